using System.Buffers.Binary;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Testing;

namespace LowLatency.Latency.Matching;

/// <summary>
/// A seeded order flow like the published normal workload: half new orders, of which 15 % immediate-or-cancel, 41 % cancels that follow their order closely, 9 % replacements, some 30 fills in a thousand messages; ids in no order.
/// In a crash the middle falls by 30 % within a tenth of the flow and comes back.
/// </summary>
internal static class GeneratedOrderFlow
{
    private const int Messages = 2_000_000;
    private const int RecordBytes = 16;
    private const int MiddleTicks = 100_000;
    private const int CrashTicks = 30_000;
    private const uint IdBits = 20;

    /// <summary>The flow, in 16-byte records.</summary>
    public static OrderFlowFile Open(ulong seed, bool crash) => OrderFlowFile.Load(new MemoryStream(Bytes(seed, crash)));

    private static byte[] Bytes(ulong seed, bool crash)
    {
        SplitMix64 random = new(seed);
        byte[] bytes = new byte[Messages * RecordBytes];
        List<(uint Number, byte Side)> open = [];
        uint last = 0;
        int walk = MiddleTicks;
        for (int at = 0; at < bytes.Length; at += RecordBytes)
        {
            walk += random.Below(64) == 0 ? random.Below(3) - 1 : 0;
            int middle = walk - (crash ? Fall(at / RecordBytes) : 0);
            int mix = open.Count == 0 ? 0 : random.Below(1000);
            byte type = (byte)(mix < 500 ? 0 : mix < 912 ? 1 : 2);
            bool isIoc = type == 0 && random.Below(100) < 15;
            int index = open.Count - 1 - (random.Below(8) == 0 ? random.Below(Math.Max(1, open.Count)) : random.Below(Math.Clamp(open.Count, 1, 24)));
            (uint number, byte side) = type == 0 ? (++last, (byte)random.Below(2)) : open[index];
            int distance = isIoc ? random.Below(4) - 1 : 1 + random.Below(4) + (random.Below(4) == 0 ? random.Below(60) : 0);
            Span<byte> record = bytes.AsSpan(at, RecordBytes);
            record[0] = type;
            record[1] = side;
            record[2] = (byte)(isIoc ? 1 : 0);
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(1 + random.Below(100)));
            BinaryPrimitives.WriteUInt32LittleEndian(record[8..], IdOf(number));
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], middle + (side == 0 ? -distance : distance));
            if (type == 1)
            {
                open.RemoveAt(index);
            }
            else if (type == 0 && !isIoc)
            {
                open.Add((number, side));
            }
        }

        return bytes;
    }

    /// <summary>A permutation of the ids below 2^21, as scattered as those of the published workloads.</summary>
    private static uint IdOf(uint number) => (number * 0x9E37_79B1) & ((2u << (int)IdBits) - 1);

    private static int Fall(int message)
    {
        int since = message - (Messages / 2);
        const int length = Messages / 20;
        return since < 0 || since > 2 * length ? 0 : (int)((long)CrashTicks * (length - Math.Abs(since - length)) / length);
    }
}
