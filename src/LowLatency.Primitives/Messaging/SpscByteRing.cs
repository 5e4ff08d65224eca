using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Messaging;

/// <summary>A bounded stream of bytes between exactly one producing and one consuming thread, as between an engine and the thread of a socket. No lock, no allocation after construction.</summary>
/// <remarks>
/// Up to <see cref="Window"/> bytes can always be written and read in one piece: the first bytes of the ring are kept a second time behind its end.
/// <code>
/// invariant  consumed &lt;= published &lt;= claimed &lt;= consumed + capacity
///            byte i of the ring equals byte capacity + i, for i below the window
///
/// producer   1  claim: compare with its cached copy of consumed; only if that is too little, read consumed (acquire: the consumer's
///               reads of the bytes come before the producer writes them again)
///            2  write the bytes (plain); where they touch the window, write them to its other place too
///            3  publish: store published (release: the bytes come before it)
///
/// consumer   1  look: compare with its cached copy of published; only if that is too little, read published (acquire: the bytes are read after it)
///            2  read the bytes in place (plain)
///            3  release: store consumed (release: its use of the bytes comes before it)
/// </code>
/// A claim that is not published is forgotten. Members say which of the two threads may call them; none is checked in Release builds.
/// <see cref="Dispose"/> is the only way the memory is freed.
/// </remarks>
public sealed unsafe class SpscByteRing : SpscCursors, IDisposable
{
    /// <summary>Bytes that can be claimed at a time, and that are unread in one piece wherever they lie.</summary>
    public const int Window = 512;

    private const int Alignment = 64;

    /// <summary>Takes the memory and touches it.</summary>
    /// <param name="capacity">Bytes, a power of two from twice <see cref="Window"/> to 2^30.</param>
    /// <exception cref="ArgumentException">The capacity is no such number.</exception>
    public SpscByteRing(int capacity)
    {
        if (capacity < Window * 2 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentException($"capacity={capacity} must be a power of two from {Window * 2}", nameof(capacity));
        }

        nuint sizeBytes = (nuint)capacity + Window;
        Slots = NativeMemory.AlignedAlloc(sizeBytes, Alignment);
        NativeMemory.Clear(Slots, sizeBytes);
        SlotCount = capacity;
        Mask = capacity - 1;
    }

    /// <summary>Claims bytes in one piece: where to write them, or null if so many are not free. Producer.</summary>
    /// <param name="count">1 to <see cref="Window"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* TryClaim(int count) => HasFree(count) ? (byte*)Slots + (Published & Mask) : null;

    /// <summary>Publishes the first <paramref name="count"/> bytes of the claim. Producer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish(int count)
    {
        AssertProducer(count);
        long at = Published & Mask;
        if ((ulong)(at - Window) > (ulong)(SlotCount - Window - count))
        {
            KeepTwice(at, count);
        }

        Volatile.Write(ref Published, Published + count);
    }

    /// <summary>Writes and publishes bytes, all or none. Producer.</summary>
    /// <returns>False when there is no room for all of them.</returns>
    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SlotCount || !HasFree(bytes.Length))
        {
            return false;
        }

        long at = Published & Mask;
        int first = (int)Math.Min(bytes.Length, SlotCount - at);
        bytes[..first].CopyTo(new Span<byte>((byte*)Slots + at, first));
        bytes[first..].CopyTo(new Span<byte>(Slots, bytes.Length - first));
        KeepWindow(at, first);
        KeepWindow(0, bytes.Length - first);
        Volatile.Write(ref Published, Published + bytes.Length);
        return true;
    }

    /// <summary>The oldest bytes that are not released, in one piece. Consumer.</summary>
    /// <param name="wanted">Looks for newly published bytes only when fewer are known.</param>
    /// <returns>All there are, or at least <see cref="Window"/> of them where they run over the end of the ring.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Unread(int wanted = 1)
    {
        if (CachedPublished - Consumed < wanted)
        {
            CachedPublished = Volatile.Read(ref Published);
        }

        long at = Consumed & Mask;
        return new ReadOnlySpan<byte>((byte*)Slots + at, (int)Math.Min(CachedPublished - Consumed, SlotCount + Window - at));
    }

    /// <summary>Gives the oldest bytes back. Consumer.</summary>
    /// <param name="count">From 0 to the length of <see cref="Unread"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int count)
    {
        AssertConsumer(count);
        Volatile.Write(ref Consumed, Consumed + count);
    }

    /// <summary>Frees the memory. Only when both threads have stopped using the ring.</summary>
    public void Dispose()
    {
        SlotCount = 0;
        Published = Consumed = CachedPublished = CachedConsumed = 0;
        NativeMemory.AlignedFree(Slots);
        Slots = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasFree(int count)
    {
        if (CachedConsumed + SlotCount - Published >= count)
        {
            return true;
        }

        CachedConsumed = Volatile.Read(ref Consumed);
        return CachedConsumed + SlotCount - Published >= count;
    }

    /// <summary>Copies what a claim wrote behind the end to the start, and what it wrote at the start behind the end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void KeepTwice(long at, int count)
    {
        long over = at + count - SlotCount;
        if (over > 0)
        {
            NativeMemory.Copy((byte*)Slots + SlotCount, Slots, (nuint)over);
        }

        KeepWindow(at, count);
    }

    private void KeepWindow(long at, int count)
    {
        long end = Math.Min(at + count, Window);
        if (at < end)
        {
            NativeMemory.Copy((byte*)Slots + at, (byte*)Slots + SlotCount + at, (nuint)(end - at));
        }
    }
}
