using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Messaging;

/// <summary>The fields of a <see cref="SpscRing{T}"/>, laid out so that what one thread writes shares no pair of cache lines with what another touches.</summary>
/// <remarks>
/// Two fields that lie 128 bytes apart never fall into one aligned pair of 64-byte lines, wherever the object itself lies.
/// <code>
/// offset size field
///      0  128 padding against the object's neighbour
///    128   24 slots, capacity, mask    written at construction, read by both
///    256   16 published, cached consumed   written by the producer
///    384   28 consumed, cached published, distance   written by the consumer
///    512  128 padding against the object's neighbour
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit)]
public abstract unsafe class SpscCursors
{
    [FieldOffset(128)]
    private protected void* Slots;

    [FieldOffset(136)]
    private protected long SlotCount;

    [FieldOffset(144)]
    private protected long Mask;

    [FieldOffset(256)]
    private protected long Published;

    [FieldOffset(264)]
    private protected long CachedConsumed;

    [FieldOffset(384)]
    private protected long Consumed;

    [FieldOffset(392)]
    private protected long CachedPublished;

    [FieldOffset(400)]
    private protected AdaptiveDistance Distance;

    // A class takes its size from its last field, not from StructLayout.Size.
    [FieldOffset(632)]
    private protected long EndOfPadding;

    private protected SpscCursors()
    {
    }

    /// <summary>Slots of the ring; 0 once it is disposed.</summary>
    public int Capacity => (int)SlotCount;

    /// <summary>How many events have been published; the sequence of the next one. Any thread.</summary>
    public long PublishedSequence => Volatile.Read(ref Published);

    /// <summary>How many events have been released by the consumer; the sequence of the next one it sees. Any thread.</summary>
    public long ConsumedSequence => Volatile.Read(ref Consumed);

    [Conditional("DEBUG")]
    private protected void AssertProducer(int claimed)
    {
        Debug.Assert(claimed >= 0, "a producer claims forward");
        Debug.Assert(CachedConsumed <= ConsumedSequence, "the producer never believes more consumed than was");
        Debug.Assert(Published + claimed <= CachedConsumed + SlotCount, "a claim stays within the slots known to be free");
    }

    [Conditional("DEBUG")]
    private protected void AssertConsumer(int released)
    {
        Debug.Assert(released >= 0, "a consumer releases forward");
        Debug.Assert(CachedPublished <= PublishedSequence, "the consumer never believes more published than was");
        Debug.Assert(Consumed + released <= CachedPublished, "only what was seen published is released");
    }
}
