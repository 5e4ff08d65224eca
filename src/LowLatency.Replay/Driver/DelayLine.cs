using System.Runtime.CompilerServices;

namespace LowLatency.Replay.Driver;

/// <summary>A connection in one direction: items arrive in the order they were sent, each at its time. Preallocated; doubles when more are on their way. One thread.</summary>
internal sealed class DelayLine<T>
    where T : unmanaged
{
    private (long DueNs, T Item)[] _items = new (long DueNs, T Item)[1024];
    private long _head;
    private long _tail;
    private long _lastDueNs;

    /// <summary>When the first item arrives; <see cref="ReplayCursor.Never"/> when nothing is on its way.</summary>
    public long NextDueNs { get; private set; } = ReplayCursor.Never;

    /// <summary>Items on their way.</summary>
    public long Count => _tail - _head;

    /// <summary>Sends an item; it arrives not before the ones sent earlier.</summary>
    public void Send(in T item, long dueNs)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _lastDueNs = Math.Max(_lastDueNs, dueNs);
        ref (long DueNs, T Item) slot = ref _items[_tail & (_items.Length - 1)];
        slot.DueNs = _lastDueNs;
        slot.Item = item;
        NextDueNs = _head == _tail ? _lastDueNs : NextDueNs;
        _tail++;
    }

    /// <summary>Takes the first item; only while there is one. Valid until the next <see cref="Send"/>.</summary>
    public ref readonly T Take()
    {
        ref T item = ref _items[_head & (_items.Length - 1)].Item;
        _head++;
        NextDueNs = _head == _tail ? ReplayCursor.Never : _items[_head & (_items.Length - 1)].DueNs;
        return ref item;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        (long DueNs, T Item)[] larger = new (long DueNs, T Item)[_items.Length * 2];
        for (long i = _head; i < _tail; i++)
        {
            larger[i & (larger.Length - 1)] = _items[i & (_items.Length - 1)];
        }

        _items = larger;
    }
}
