using LowLatency.Primitives.Identity;

namespace LowLatency.Replay.Driver;

/// <summary>Timers by time, and in the order they were set where times are equal: a preallocated binary heap. One thread.</summary>
internal sealed class TimerHeap(int capacity)
{
    private readonly (long TimeNs, long Order, StrategyId Strategy, long Id)[] _heap = new (long, long, StrategyId, long)[capacity];
    private int _count;
    private long _set;

    /// <summary>When the first timer is due; <see cref="ReplayCursor.Never"/> when there is none.</summary>
    public long NextNs => _count == 0 ? ReplayCursor.Never : _heap[0].TimeNs;

    /// <summary>Adds a timer.</summary>
    /// <returns>False when there are too many.</returns>
    public bool TryAdd(long timeNs, StrategyId strategy, long id)
    {
        if (_count == _heap.Length)
        {
            return false;
        }

        int at = _count++;
        (long, long, StrategyId, long) added = (timeNs, _set++, strategy, id);
        for (int parent; at > 0 && IsBefore(added, _heap[parent = (at - 1) / 2]); at = parent)
        {
            _heap[at] = _heap[parent];
        }

        _heap[at] = added;
        return true;
    }

    /// <summary>Takes the first timer; only while there is one.</summary>
    public (StrategyId Strategy, long Id) Take()
    {
        (StrategyId, long) first = (_heap[0].Strategy, _heap[0].Id);
        (long, long, StrategyId, long) last = _heap[--_count];
        int at = 0;
        for (int child; (child = (2 * at) + 1) < _count; at = child)
        {
            child += child + 1 < _count && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], last))
            {
                break;
            }

            _heap[at] = _heap[child];
        }

        _heap[at] = last;
        return first;
    }

    private static bool IsBefore(in (long TimeNs, long Order, StrategyId Strategy, long Id) left, in (long TimeNs, long Order, StrategyId Strategy, long Id) right) =>
        left.TimeNs < right.TimeNs || (left.TimeNs == right.TimeNs && left.Order < right.Order);
}
