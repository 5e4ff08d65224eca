using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>Messages behind each other, each behind its length in two big-endian bytes: the framing of ITCH files and of the inside of MoldUDP64 packets.</summary>
public static class ItchFrames
{
    /// <summary>
    /// Decodes whole frames from the start of <paramref name="buffer"/> until its end, a frame that does not end in it, <paramref name="maxMessages"/>, or a system event,
    /// whichever comes first. A frame that is not a message of the format is counted and skipped by its own length.
    /// </summary>
    /// <param name="buffer">The frames.</param>
    /// <param name="position">Of the first frame; moved behind the last one decoded. Odd frames use up a sequence number too.</param>
    /// <param name="maxMessages">How many frames to take at most.</param>
    /// <param name="handler">Takes the messages.</param>
    /// <param name="anomalies">Takes what is odd.</param>
    /// <returns>Bytes taken; 0 when no frame is whole.</returns>
    public static int Decode<THandler>(
        ReadOnlySpan<byte> buffer, ref FeedPosition position, int maxMessages, ref THandler handler, FeedAnomalies anomalies)
        where THandler : struct, IItchHandler, allows ref struct
    {
        ref byte start = ref MemoryMarshal.GetReference(buffer);
        long offset = position.Offset;
        long sequence = position.Sequence;
        int at = 0;
        while (maxMessages-- > 0 && buffer.Length - at >= sizeof(ushort))
        {
            int length = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, at)));
            if (buffer.Length - at - sizeof(ushort) < length)
            {
                break;
            }

            FeedPosition here = new(offset + at, sequence++, position.LocalTimeNs);
            ref byte message = ref Unsafe.Add(ref start, at + sizeof(ushort));
            ItchDecodeResult result = length == 0 ? ItchDecodeResult.Empty : ItchDecoder.Decode(ref message, length, in here, ref handler);
            at += length + sizeof(ushort);
            if (result != ItchDecodeResult.Ok)
            {
                if (result == ItchDecodeResult.SystemEvent)
                {
                    break;
                }

                Count(result, ref message, length, in here, anomalies);
            }
        }

        position = new(offset + at, sequence, position.LocalTimeNs);
        return at;
    }

    private static void Count(ItchDecodeResult result, ref byte message, int length, in FeedPosition position, FeedAnomalies anomalies)
    {
        switch (result)
        {
            case ItchDecodeResult.Empty:
                anomalies.Add(FeedAnomalyKind.ZeroLength, position.Offset);
                break;
            case ItchDecodeResult.UnknownType:
                anomalies.Add(FeedAnomalyKind.UnknownType, position.Offset, message);
                break;
            case ItchDecodeResult.WrongLength:
                anomalies.Add(FeedAnomalyKind.WrongLength, position.Offset, (ulong)length);
                break;
        }
    }
}
