using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Messaging;

/// <summary>A bounded queue of unmanaged events between exactly one producing and one consuming thread. No lock, no allocation after construction.</summary>
/// <remarks>
/// Slots lie in native memory, zeroed and touched at construction, the first on a 64-byte boundary; an event of whole cache lines shares none.
/// <code>
/// invariant  consumed &lt;= published &lt;= claimed &lt;= consumed + capacity
///
/// producer   1  claim: compare with its cached copy of consumed; only if that is too little, read consumed (acquire: the consumer's
///               reads of a slot come before the producer writes it again)
///            2  write the slots (plain)
///            3  publish: store published (release: the slots come before it), once for the whole batch
///
/// consumer   1  look: compare with its cached copy of published; only if that is too little, read published (acquire: the slots
///               are read after it)
///            2  read, and if it likes change, the slots in place (plain)
///            3  release: store consumed (release: its use of the slots comes before it), once for the whole batch
///
/// poll       as look, but where events come back to back the consumer first lets the producer get ahead (<see cref="AdaptiveDistance"/>), so that
///            both stream; one at a time is taken at once
/// </code>
/// Three ways to consume: <see cref="Poll"/> for a flow that is to be fast, <see cref="Available"/> with <see cref="Peek"/> for a loop over several rings that must not wait for one of them,
/// either with a pause between looks that find nothing (<see cref="BusySpinWaitStrategy"/>): a consumer that looks without pause takes the lines away while they are being written.
/// Counts of a claim that is not published are simply forgotten: the next claim starts at the same slot. Members say which of the two
/// threads may call them; none is checked in Release builds. <see cref="Dispose"/> is the only way the memory is freed, since a
/// finalizer could free it under a slot reference still in use.
/// </remarks>
/// <typeparam name="T">The event.</typeparam>
public sealed unsafe class SpscRing<T> : SpscCursors, IDisposable
    where T : unmanaged
{
    /// <summary>The most bytes the slots may take together: 1 GiB.</summary>
    public const long LargestSizeBytes = 1L << 30;

    private const int SlotAlignment = 64;

    /// <summary>Takes the memory.</summary>
    /// <param name="capacity">Slots, a power of two.</param>
    /// <exception cref="ArgumentException">Not a positive power of two, or more than <see cref="LargestSizeBytes"/>.</exception>
    public SpscRing(int capacity)
    {
        long sizeBytes = (long)capacity * sizeof(T);
        if (capacity < 1 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentException($"capacity={capacity} must be a power of two above 0", nameof(capacity));
        }

        if (sizeBytes > LargestSizeBytes)
        {
            throw new ArgumentException(
                $"capacity={capacity} slots of {sizeof(T)} bytes take sizeBytes={sizeBytes}, above {LargestSizeBytes}", nameof(capacity));
        }

        Slots = NativeMemory.AlignedAlloc((nuint)sizeBytes, SlotAlignment);
        NativeMemory.Clear(Slots, (nuint)sizeBytes);
        SlotCount = capacity;
        Mask = capacity - 1;
    }

    /// <summary>How many slots are free, exactly: reads the consumer's cursor each time. Producer.</summary>
    public int FreeSlots
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            CachedConsumed = Volatile.Read(ref Consumed);
            return (int)(CachedConsumed + SlotCount - Published);
        }
    }

    /// <summary>How many events can be read without looking again, 0 only if the ring was empty when looked at now. Consumer.</summary>
    public int Available
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            long available = CachedPublished - Consumed;
            if (available == 0)
            {
                CachedPublished = Volatile.Read(ref Published);
                available = CachedPublished - Consumed;
            }

            return (int)available;
        }
    }

    /// <summary>True when nothing is left to read, as the producer's cursor stands now. Consumer.</summary>
    public bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref Published) == Consumed;
    }

    /// <summary>Whether <paramref name="count"/> slots are free; reads the consumer's cursor only if the cached copy says no. Producer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasFree(int count) => CachedConsumed + SlotCount - Published >= count || FreeSlots >= count;

    /// <summary>Claims the next slot: a reference to write the event to, or a null reference if the ring is full. It holds what an earlier event left there. Producer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T TryClaim()
    {
        if (!HasFree(1))
        {
            return ref Unsafe.NullRef<T>();
        }

        return ref Claimed(0);
    }

    /// <summary>Claims as many of <paramref name="count"/> slots as are free, consecutive in sequence. Producer.</summary>
    /// <returns>How many; 0 if the ring is full or <paramref name="count"/> is not above 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TryClaim(int count)
    {
        if (HasFree(count))
        {
            return Math.Max(count, 0);
        }

        return (int)(CachedConsumed + SlotCount - Published);
    }

    /// <summary>A slot of the present claim. Producer.</summary>
    /// <param name="index">From 0 to below the number claimed; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Claimed(int index) => ref ((T*)Slots)[(Published + index) & Mask];

    /// <summary>Publishes the slot claimed. Producer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish() => Publish(1);

    /// <summary>Publishes the first <paramref name="count"/> slots of the claim with one store. Producer.</summary>
    /// <param name="count">From 0 to the number claimed; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Publish(int count)
    {
        AssertProducer(count);
        Volatile.Write(ref Published, Published + count);
    }

    /// <summary>A published event that is not released yet, to read or change in place. Consumer.</summary>
    /// <param name="offset">0 for the oldest.</param>
    /// <returns>The slot, or a null reference if nothing is published at that offset.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Peek(int offset = 0)
    {
        if (offset >= CachedPublished - Consumed)
        {
            CachedPublished = Volatile.Read(ref Published);
            if (offset >= CachedPublished - Consumed)
            {
                return ref Unsafe.NullRef<T>();
            }
        }

        return ref ((T*)Slots)[(Consumed + offset) & Mask];
    }

    /// <summary>As <see cref="Peek"/>, for an event known to be published. Consumer.</summary>
    /// <param name="offset">From 0 to below the number seen with <see cref="Available"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Seen(int offset) => ref ((T*)Slots)[(Consumed + offset) & Mask];

    /// <summary>Gives the oldest <paramref name="count"/> slots back with one store. Consumer.</summary>
    /// <param name="count">From 0 to the number seen with <see cref="Available"/> or <see cref="Peek"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int count = 1)
    {
        AssertConsumer(count);
        Volatile.Write(ref Consumed, Consumed + count);
    }

    /// <summary>Hands up to <paramref name="max"/> events to <paramref name="handler"/> in order and releases them together. May wait about 1 µs where events come back to back. Consumer.</summary>
    /// <returns>How many. If the handler throws, none of the batch is released and all of it comes again.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Poll<THandler>(ref THandler handler, int max)
        where THandler : struct, IEventHandler<T>
    {
        int count = Math.Min(max <= 0 ? 0 : Gathered(), max);
        if (count <= 0)
        {
            return 0;
        }

        T* slots = (T*)Slots;
        long mask = Mask;
        long sequence = Consumed;
        long last = sequence + count - 1;
        for (; sequence <= last; sequence++)
        {
            handler.OnEvent(ref slots[sequence & mask], sequence, sequence == last);
        }

        Release(count);
        return count;
    }

    /// <summary>As <see cref="Available"/>, with a distance let build up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Gathered()
    {
        long available = CachedPublished - Consumed;
        return available == 0 ? Gather() : (int)available;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Gather()
    {
        long consumed = Consumed;
        long available = Volatile.Read(ref Published) - consumed;
        if (Distance.ShouldWait(available, (int)Math.Min(AdaptiveDistance.Deep, SlotCount / 4)))
        {
            for (int i = 0; i < AdaptiveDistance.Pauses; i++)
            {
                SpinPause.Once();
            }

            available = Volatile.Read(ref Published) - consumed;
            Distance.Waited(available, (int)Math.Min(AdaptiveDistance.Worthwhile, SlotCount / 8));
        }

        CachedPublished = consumed + available;
        return (int)available;
    }

    /// <summary>Frees the memory. Only when both threads have stopped using the ring; it is then empty and full at once.</summary>
    public void Dispose()
    {
        SlotCount = 0;
        Published = Consumed = CachedPublished = CachedConsumed = 0;
        NativeMemory.AlignedFree(Slots);
        Slots = null;
    }
}
