using LowLatency.Markets.Data;

namespace LowLatency.Replay.Generation;

/// <summary>Takes the events of a generated session in order and gives them times and numbers.</summary>
internal sealed class SessionTape(SessionOptions options, SessionRandom random)
{
    private readonly List<MarketEvent> _events = [];
    private long _lastLocalNs;
    private ulong _lastOrderId;
    private ulong _lastMatchId;

    /// <summary>Exchange time of what is written next.</summary>
    public long NowNs { get; set; } = options.StartNs;

    /// <summary>Events written so far.</summary>
    public long Count { get; private set; }

    /// <summary>Events written since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<MarketEvent> Events => _events;

    /// <summary>The next order reference of the venue.</summary>
    public ulong NextOrderId() => ++_lastOrderId;

    /// <summary>The next match number of the venue.</summary>
    public ulong NextMatchId() => ++_lastMatchId;

    /// <summary>Writes an event.</summary>
    public void Write(MarketEvent one)
    {
        one.ExchangeTimeNs = NowNs;
        _lastLocalNs = Math.Max(_lastLocalNs, NowNs + options.FeedDelayNs + random.Exponential(options.FeedJitterNs));
        one.LocalTimeNs = _lastLocalNs;
        one.Sequence = ++Count;
        _events.Add(one);
    }

    /// <summary>Marks the last event as the last of its change.</summary>
    public void EndChange()
    {
        MarketEvent last = _events[^1];
        last.Flags |= MarketEventFlags.Last;
        _events[^1] = last;
    }

    /// <summary>Forgets the events once they have been taken.</summary>
    public void Clear() => _events.Clear();
}
