using System.Buffers.Binary;
using System.IO.Compression;
using LowLatency.Markets.Matching.OrderFlow;

namespace LowLatency.Tests.Markets.Matching.OrderFlow;

/// <summary>A message as the vectors have it.</summary>
internal readonly record struct FlowMessage(byte Type, byte Side, byte Ioc, uint Quantity, ulong OrderId, long PriceTicks);

/// <summary>Writes order-flow files into memory.</summary>
internal static class OrderFlowBytes
{
    public static byte[] Compact(IReadOnlyList<FlowMessage> messages)
    {
        byte[] bytes = new byte[messages.Count * 16];
        for (int i = 0; i < messages.Count; i++)
        {
            Span<byte> record = bytes.AsSpan(i * 16);
            WriteHead(record, messages[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(record[8..], checked((uint)messages[i].OrderId));
            BinaryPrimitives.WriteInt32LittleEndian(record[12..], checked((int)messages[i].PriceTicks));
        }

        return bytes;
    }

    public static byte[] Wide(IReadOnlyList<FlowMessage> messages)
    {
        byte[] bytes = new byte[16 + (messages.Count * 40)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, OrderFlowFile.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)messages.Count);
        for (int i = 0; i < messages.Count; i++)
        {
            Span<byte> record = bytes.AsSpan(16 + (i * 40));
            WriteHead(record, messages[i]);
            BinaryPrimitives.WriteUInt64LittleEndian(record[8..], (ulong)i);
            BinaryPrimitives.WriteUInt64LittleEndian(record[16..], messages[i].OrderId);
            BinaryPrimitives.WriteInt64LittleEndian(record[24..], messages[i].PriceTicks);
        }

        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void WriteHead(Span<byte> record, in FlowMessage message)
    {
        record[0] = message.Type;
        record[1] = message.Side;
        record[2] = message.Ioc;
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], message.Quantity);
    }
}
