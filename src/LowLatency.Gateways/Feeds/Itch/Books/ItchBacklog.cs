using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using LowLatency.Gateways.Feeds.Itch.Decoding;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>
/// Applies messages to level books where many wait already, as in a file or behind a burst: in groups of 64, whose orders, ladders and levels are asked for before the first of them is applied.
/// The books are the same as without; only where they are larger than the caches does it pay, and so it is done only there.
/// </summary>
public static unsafe class ItchBacklog
{
    private const int Group = 64;

    /// <summary>Level pages from which on prefetching pays: their sizes take some eight megabytes.</summary>
    private const int PagesBeyondCaches = 1 << 14;

    private const int LocateOffset = 1;
    private const int ReferenceOffset = 11;
    private const int SideOffset = 19;
    private const int PriceOffset = 32;

    /// <summary>Bytes behind the start of a frame that the passes read, whatever its length.</summary>
    private const int BytesRead = sizeof(ushort) + PriceOffset + sizeof(uint);

    /// <summary>As <see cref="ItchFrames.Decode"/> with an <see cref="ItchBooksHandler"/>.</summary>
    public static int Apply(ReadOnlySpan<byte> buffer, ref FeedPosition position, int maxMessages, ItchBooks books, FeedAnomalies anomalies)
    {
        ArgumentNullException.ThrowIfNull(books);
        return Apply(buffer, ref position, maxMessages, books, anomalies, PagesBeyondCaches);
    }

    /// <summary>The same, prefetching from so many level pages on.</summary>
    internal static int Apply(ReadOnlySpan<byte> buffer, ref FeedPosition position, int maxMessages, ItchBooks books, FeedAnomalies anomalies, int pagesBeyondCaches)
    {
        ItchBooksHandler handler = new(books);
        int at = 0;
        if (books.Pages.Taken >= pagesBeyondCaches)
        {
            for (; maxMessages >= Group && PrefetchGroup(buffer[at..], books) == Group; maxMessages -= Group)
            {
                at += ItchOrderFrames.Decode(buffer[at..], ref position, Group, ref handler, anomalies);
            }
        }

        return at + ItchOrderFrames.Decode(buffer[at..], ref position, maxMessages, ref handler, anomalies);
    }

    /// <summary>
    /// Two passes over a group: where frames begin and what orders and ladders they may touch, then what levels. Returns how many frames there are, before the end of the buffer and a system event.
    /// </summary>
    [SkipLocalsInit]
    private static int PrefetchGroup(ReadOnlySpan<byte> buffer, ItchBooks books)
    {
        int* starts = stackalloc int[Group];
        fixed (byte* bytes = buffer)
        {
            int count = 0;
            for (int at = 0; count < Group && buffer.Length - at >= BytesRead; count++)
            {
                byte* message = bytes + at + sizeof(ushort);
                if (*message == (byte)'S')
                {
                    break;
                }

                starts[count] = at + sizeof(ushort);
                books.PrefetchOrder(Read64(message + ReferenceOffset), Read16(message + LocateOffset), message[SideOffset] & 1);
                at += sizeof(ushort) + Read16(bytes + at);
            }

            for (int i = 0; i < count; i++)
            {
                byte* message = bytes + starts[i];
                books.PrefetchLevel(Read64(message + ReferenceOffset), Read16(message + LocateOffset), message[SideOffset] & 1, Read32(message + PriceOffset), *message is (byte)'A' or (byte)'F');
            }

            return count;
        }
    }

    private static ushort Read16(byte* at) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(at));

    private static uint Read32(byte* at) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(at));

    private static ulong Read64(byte* at) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(at));
}
