using System.Buffers.Binary;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Testing;

namespace LowLatency.Latency.Matching;

/// <summary>A seeded order flow like the published normal workload: half new orders, of which 15 % immediate-or-cancel, 41 % cancels that follow their order closely, 9 % replacements, some 30 fills in a thousand messages.</summary>
internal sealed class GeneratedOrderFlow
{
    private const int Messages = 500_000;
    private const int RecordBytes = 16;
    private const int MiddleTicks = 100_000;
    private const ulong FirstSeed = 23;

    private readonly int _reach;
    private readonly ulong _seed;
    private readonly CrashPath _path;

    private GeneratedOrderFlow(string name, int reach, ulong seed = FirstSeed, CrashPath path = default)
    {
        Name = name;
        _reach = reach;
        _seed = seed;
        _path = path;
    }

    /// <summary>The middle price drifts and immediate-or-cancel orders reach over it.</summary>
    public static GeneratedOrderFlow Normal { get; } = new("normal", 4);

    /// <summary>The middle price stands still and hardly an order reaches over it.</summary>
    public static GeneratedOrderFlow Static { get; } = new("static", 0);

    /// <summary>In a tenth of the flow the middle price falls by a quarter, and half of that comes back in the next fifth: orders that rest are swept, and new ones lie where no price has been.</summary>
    public static GeneratedOrderFlow Crash { get; } = new("crash", 4, path: new(Messages * 4 / 10, Messages * 5 / 10, Messages * 7 / 10));

    public string Name { get; }

    /// <summary>Whether the user may give a file of this kind instead.</summary>
    public bool IsPublishedKind => ReferenceEquals(this, Normal) || ReferenceEquals(this, Static);

    /// <summary><see cref="Normal"/> from another seed.</summary>
    public static GeneratedOrderFlow OfSeed(ulong seed) => new($"normal, seed {seed}", 4, seed);

    /// <summary>The flow, in 16-byte records.</summary>
    public OrderFlowFile Open() => OrderFlowFile.Load(new MemoryStream(Bytes()));

    private byte[] Bytes()
    {
        SplitMix64 random = new(_seed);
        byte[] bytes = new byte[Messages * RecordBytes];
        List<(uint Id, byte Side)> open = [];
        uint lastId = 0;
        int middle = MiddleTicks;
        for (int message = 0; message < Messages; message++)
        {
            middle += _reach > 0 && random.Below(64) == 0 ? random.Below(3) - 1 : 0;
            middle += _path.StepAt(message);
            int mix = open.Count == 0 ? 0 : random.Below(1000);
            byte type = (byte)(mix < 500 ? 0 : mix < 912 ? 1 : 2);
            bool isIoc = type == 0 && random.Below(100) < 15;
            int index = open.Count - 1 - (random.Below(8) == 0 ? random.Below(Math.Max(1, open.Count)) : random.Below(Math.Clamp(open.Count, 1, 24)));
            (uint id, byte side) = type == 0 ? (++lastId, (byte)random.Below(2)) : open[index];
            int distance = isIoc && _reach > 0 ? random.Below(_reach) - 1 : 1 + random.Below(4) + (random.Below(4) == 0 ? random.Below(60) : 0);
            Span<byte> record = bytes.AsSpan(message * RecordBytes, RecordBytes);
            record[0] = type;
            record[1] = side;
            record[2] = (byte)(isIoc ? 1 : 0);
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(1 + random.Below(100)));
            BinaryPrimitives.WriteUInt32LittleEndian(record[8..], id);
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], middle + (side == 0 ? -distance : distance));
            if (type == 1)
            {
                open.RemoveAt(index);
            }
            else if (type == 0 && !isIoc)
            {
                open.Add((id, side));
            }
        }

        return bytes;
    }
}
