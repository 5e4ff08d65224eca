using System.Buffers;
using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>
/// Brings changes that two clocks order differently into the order of <see cref="RecordingOrder.Both"/>: of the next change by exchange time and the next by
/// local time, both in stable order, the one with the smaller pair (exchange time, local time) goes first; when they are the same change its events go once, else
/// they are marked for one clock and follow again for the other.
/// </summary>
/// <remarks>
/// This is the rule of the published converter of the hftbacktest project, applied in one pass: a change is held until none that is still to come can precede it,
/// which the two lags tell. One thread. Memory: what is held, at most <c>maxPendingEvents</c>; beyond that the
/// earliest are let go before their order is certain and <see cref="Forced"/> counts them.
/// </remarks>
public sealed class ClockOrderMerge
{
    private readonly PriorityQueue<Change, (long Time, long Number)> _byExchange = new();
    private readonly PriorityQueue<Change, (long Time, long Number)> _byLocal = new();
    private readonly Stack<Change> _free = new();
    private readonly long _exchangeLagNs;
    private readonly long _localLagNs;
    private readonly int _maxPendingEvents;
    private long _latestExchangeNs = long.MinValue;
    private long _latestLocalNs = long.MinValue;
    private long _added;
    private long _pendingEvents;
    private bool _complete;
    private Change? _current;
    private MarketEventFlags _mark;
    private int _taken;

    /// <summary>Knows by how much each clock runs backwards at most.</summary>
    /// <param name="exchangeLagNs">The largest distance by which a change's exchange time is before one added earlier; at least 0.</param>
    /// <param name="localLagNs">The same of local time.</param>
    /// <param name="maxPendingEvents">The most events held; at least 1.</param>
    public ClockOrderMerge(long exchangeLagNs, long localLagNs, int maxPendingEvents = 1 << 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exchangeLagNs);
        ArgumentOutOfRangeException.ThrowIfNegative(localLagNs);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPendingEvents, 1);
        _exchangeLagNs = exchangeLagNs;
        _localLagNs = localLagNs;
        _maxPendingEvents = maxPendingEvents;
    }

    /// <summary>Changes let go before their order was certain.</summary>
    public long Forced { get; private set; }

    /// <summary>Adds the events of one change, which share both times; none are ignored. Only after <see cref="Read"/> has returned 0.</summary>
    public void Add(ReadOnlySpan<MarketEvent> events)
    {
        if (_complete)
        {
            throw new InvalidOperationException("the merge is complete");
        }

        if (events.IsEmpty)
        {
            return;
        }

        Change change = _free.TryPop(out Change? free) ? free : new Change();
        change.Fill(events, _added++);
        _pendingEvents += events.Length;
        _latestExchangeNs = Math.Max(_latestExchangeNs, change.ExchangeTimeNs);
        _latestLocalNs = Math.Max(_latestLocalNs, change.LocalTimeNs);
        _byExchange.Enqueue(change, (change.ExchangeTimeNs, change.Number));
        _byLocal.Enqueue(change, (change.LocalTimeNs, change.Number));
    }

    /// <summary>Says that no more will be added.</summary>
    public void Complete() => _complete = true;

    /// <summary>Takes out events whose order is certain.</summary>
    /// <returns>How many; 0 when more must be added first or, after <see cref="Complete"/>, at the end.</returns>
    public int Read(Span<MarketEvent> destination)
    {
        int written = 0;
        while (written < destination.Length && (_current is not null || Next()))
        {
            ReadOnlySpan<MarketEvent> rest = _current!.Events[_taken..];
            int count = Math.Min(rest.Length, destination.Length - written);
            Span<MarketEvent> part = destination.Slice(written, count);
            rest[..count].CopyTo(part);
            foreach (ref MarketEvent copy in part)
            {
                copy.Flags |= _mark;
            }

            written += count;
            _taken += count;
            if (count == rest.Length)
            {
                Release();
            }
        }

        return written;
    }

    private bool Next()
    {
        bool anyExchange = _byExchange.TryPeek(out Change? exchange, out _);
        bool anyLocal = _byLocal.TryPeek(out Change? local, out _);
        if (!anyExchange && !anyLocal)
        {
            return false;
        }

        if (!IsCertain(exchange, local))
        {
            if (_pendingEvents <= _maxPendingEvents)
            {
                return false;
            }

            Forced++;
        }

        if (ReferenceEquals(exchange, local))
        {
            _byExchange.Dequeue();
            _byLocal.Dequeue();
            Take(exchange!, MarketEventFlags.None, uses: 2);
        }
        else if (local is null || (exchange is not null && exchange.CompareTo(local) < 0))
        {
            _byExchange.Dequeue();
            Take(exchange!, MarketEventFlags.ExchangeOnly, uses: 1);
        }
        else
        {
            _byLocal.Dequeue();
            Take(local, MarketEventFlags.LocalOnly, uses: 1);
        }

        return true;
    }

    private bool IsCertain(Change? exchange, Change? local) => _complete
        || (exchange is not null && local is not null
            && _latestExchangeNs - exchange.ExchangeTimeNs >= _exchangeLagNs
            && _latestLocalNs - local.LocalTimeNs >= _localLagNs);

    private void Take(Change change, MarketEventFlags mark, int uses)
    {
        change.Uses += uses;
        _current = change;
        _mark = mark;
        _taken = 0;
    }

    private void Release()
    {
        if (_current!.Uses == 2)
        {
            _pendingEvents -= _current.Events.Length;
            _current.Clear();
            _free.Push(_current);
        }

        _current = null;
    }

    private sealed class Change : IComparable<Change>
    {
        private MarketEvent[] _events = [];
        private int _count;

        public ReadOnlySpan<MarketEvent> Events => _events.AsSpan(0, _count);

        public long ExchangeTimeNs { get; private set; }

        public long LocalTimeNs { get; private set; }

        public long Number { get; private set; }

        public int Uses { get; set; }

        public void Fill(ReadOnlySpan<MarketEvent> events, long number)
        {
            _events = ArrayPool<MarketEvent>.Shared.Rent(events.Length);
            events.CopyTo(_events);
            _count = events.Length;
            ExchangeTimeNs = events[0].ExchangeTimeNs;
            LocalTimeNs = events[0].LocalTimeNs;
            Number = number;
            Uses = 0;
        }

        public void Clear()
        {
            ArrayPool<MarketEvent>.Shared.Return(_events);
            _events = [];
            _count = 0;
        }

        public int CompareTo(Change? other) =>
            (ExchangeTimeNs, LocalTimeNs, Number).CompareTo((other!.ExchangeTimeNs, other.LocalTimeNs, other.Number));
    }
}
