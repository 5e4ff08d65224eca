using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>As <see cref="ItchFrames"/>, but the order messages of the six frequent types are read without a branch on the type: the same two shuffles for each.</summary>
/// <remarks>Order Executed With Price, type C, comes by type: its fields span more than the 16 bytes of a shuffle.</remarks>
public static class ItchOrderFrames
{
    private const int IndicatorOffset = 19;

    /// <summary>As <see cref="ItchFrames.Decode"/>.</summary>
    public static int Decode<THandler>(
        ReadOnlySpan<byte> buffer, ref FeedPosition position, int maxMessages, ref THandler handler, FeedAnomalies anomalies)
        where THandler : struct, IItchOrderHandler, allows ref struct
    {
        ref byte start = ref MemoryMarshal.GetReference(buffer);
        ref ItchOrderLayout layouts = ref MemoryMarshal.GetArrayDataReference(ItchOrderLayout.Table);
        Vector128<byte> timeAndReference = ItchOrderLayout.TimeAndReference;
        Unsafe.SkipInit(out ItchOrderFields fields);
        FeedPosition first = position;
        int at = 0;
        int taken = 0;
        int last = buffer.Length - sizeof(ushort) - ItchOrderLayout.BytesRead;
        while (taken < maxMessages && at <= last)
        {
            ref byte message = ref Unsafe.Add(ref start, at + sizeof(ushort));
            int length = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, at)));
            ref ItchOrderLayout layout = ref Unsafe.Add(ref layouts, message);
            if (layout.Length == length)
            {
                fields.TimeAndReference = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref message, 3), timeAndReference);
                fields.Rest = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref message, layout.At), layout.Rest);
                fields.StockLocate = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref message, 1)));
                fields.Type = message;
                fields.BuySellIndicator = (byte)(Unsafe.Add(ref message, IndicatorOffset) & layout.IndicatorMask);
                handler.OnOrder(in fields, new(first.Offset + at, first.Sequence + taken, first.LocalTimeNs));
                at += length + sizeof(ushort);
                taken++;
                continue;
            }

            position = new(first.Offset + at, first.Sequence + taken, first.LocalTimeNs);
            int other = DecodeByType(buffer[at..], ref position, 1, ref handler, anomalies);
            at += other;
            taken++;
            bool isSystemEvent = message == (byte)'S' && length == SystemEventMessage.Size;
            if (other == 0 || isSystemEvent)
            {
                return at;
            }
        }

        position = new(first.Offset + at, first.Sequence + taken, first.LocalTimeNs);
        return taken == maxMessages ? at : at + DecodeByType(buffer[at..], ref position, maxMessages - taken, ref handler, anomalies);
    }

    /// <summary>Out of line, so that the loop above stays small.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DecodeByType<THandler>(
        ReadOnlySpan<byte> buffer, ref FeedPosition position, int maxMessages, ref THandler handler, FeedAnomalies anomalies)
        where THandler : struct, IItchOrderHandler, allows ref struct =>
        ItchFrames.Decode(buffer, ref position, maxMessages, ref handler, anomalies);
}
