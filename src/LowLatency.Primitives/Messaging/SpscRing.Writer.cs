using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Messaging;

public sealed unsafe partial class SpscRing<T>
{
    /// <summary>Starts a loop that publishes much. Producer.</summary>
    /// <returns>A writer, for this thread; until it is no longer used, the ring's own members of the producer are not.</returns>
    public Writer Write() => new(this);

    /// <summary>The producer's members of a ring with its cursor in a register: a claim need not wait for the store of the publication before it. For a local variable of a loop.</summary>
    /// <remarks>As the ring's own in every other respect: each publication is seen at once, and what is claimed and not published is forgotten.</remarks>
    public ref struct Writer
    {
        private readonly SpscRing<T> _ring;
        private readonly T* _slots;
        private readonly long _mask;
        private long _published;
        private long _end;

        internal Writer(SpscRing<T> ring)
        {
            _ring = ring;
            _slots = (T*)ring.Slots;
            _mask = ring.Mask;
            _published = ring.Published;
            _end = ring.CachedConsumed + ring.SlotCount;
        }

        /// <summary>As <see cref="SpscRing{T}.HasFree"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool HasFree(int count) => _end - _published >= count || FindFree() >= count;

        /// <summary>As <see cref="SpscRing{T}.TryClaim()"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref T TryClaim()
        {
            if (!HasFree(1))
            {
                return ref Unsafe.NullRef<T>();
            }

            return ref Claimed(0);
        }

        /// <summary>As <see cref="SpscRing{T}.Claimed"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ref T Claimed(int index) => ref _slots[(_published + index) & _mask];

        /// <summary>As <see cref="SpscRing{T}.Publish(int)"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Publish(int count = 1)
        {
            _ring.AssertProducer(count);
            long from = _published;
            _published = from + count;
            _ring.Announce(from, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private long FindFree()
        {
            _end = _published + _ring.FreeSlots;
            return _end - _published;
        }
    }
}
