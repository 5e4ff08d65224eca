using System.Buffers.Binary;
using LowLatency.Gateways.Feeds;
using LowLatency.Testing.Itch;

namespace LowLatency.Latency.Itch;

/// <summary>Length-prefixed ITCH messages in memory.</summary>
/// <param name="Bytes">The frames.</param>
/// <param name="Messages">How many frames.</param>
/// <param name="LiveOrders">Orders displayed at the end; -1 where that is not known.</param>
/// <param name="Note">What it is.</param>
internal sealed record ItchFeed(byte[] Bytes, long Messages, int LiveOrders, string Note)
{
    private const int GeneratedMessages = 20_000_000;
    private const int ReferenceAt = 13;
    private const int NewReferenceAt = 21;

    public bool IsGenerated => LiveOrders >= 0;

    /// <summary>Twenty million messages of the stated mix.</summary>
    public static ItchFeed Generate(int symbols, bool sparse)
    {
        ItchDay day = ItchDay.Generate(symbols, GeneratedMessages);
        if (sparse)
        {
            Scatter(day.Bytes);
        }

        return new(day.Bytes, day.Messages, day.LiveOrders, $"generated: {day.Messages:N0} messages, {symbols:N0} symbols, {day.LiveOrders:N0} orders at the end{(sparse ? ", references scattered" : "")}");
    }

    /// <summary>A file of length-prefixed messages, compressed or not.</summary>
    /// <exception cref="IOException">It cannot be read or holds no whole frame.</exception>
    public static ItchFeed Load(string path)
    {
        using Stream content = FeedFile.OpenRead(path, out FileStream raw, out _);
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        raw.Dispose();
        byte[] all = bytes.ToArray();
        int at = 0;
        long messages = 0;
        for (; all.Length - at >= sizeof(ushort) && all.Length - at - sizeof(ushort) >= LengthAt(all, at); messages++)
        {
            at += sizeof(ushort) + LengthAt(all, at);
        }

        return messages > 0
            ? new(all[..at], messages, -1, $"{Path.GetFileName(path)}: {messages:N0} messages")
            : throw new IOException($"data={path} holds no whole message behind a length of two bytes");
    }

    /// <summary>Gives every order a reference anywhere in 64 bits.</summary>
    private static void Scatter(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length; at += sizeof(ushort) + LengthAt(bytes, at))
        {
            char type = (char)bytes[at + sizeof(ushort)];
            if (type is 'A' or 'F' or 'E' or 'C' or 'X' or 'D' or 'U')
            {
                ScatterAt(bytes.AsSpan(at + ReferenceAt));
            }

            if (type == 'U')
            {
                ScatterAt(bytes.AsSpan(at + NewReferenceAt));
            }
        }
    }

    private static void ScatterAt(Span<byte> reference) =>
        BinaryPrimitives.WriteUInt64BigEndian(reference, BinaryPrimitives.ReadUInt64BigEndian(reference) * 0x9e3779b97f4a7c15);

    private static int LengthAt(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
}
