using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;

namespace LowLatency.Replay.Driver;

/// <summary>Walks a recording in the order of one clock, over the records that stand in it, without copying.</summary>
internal unsafe struct ReplayCursor
{
    /// <summary>The time after the last event.</summary>
    public const long Never = long.MaxValue;

    private readonly MarketEvent* _end;
    private readonly MarketEventFlags _hidden;
    private readonly int _clockOffset;
    private readonly long _delayNs;
    private MarketEvent* _at;

    private ReplayCursor(ReplayRecording recording, MarketEventFlags hidden, int clockOffset, long delayNs)
    {
        _at = recording.Events;
        _end = _at + recording.Count;
        _hidden = hidden;
        _clockOffset = clockOffset;
        _delayNs = delayNs;
        Settle();
    }

    /// <summary>When the current event happens in this order; <see cref="Never"/> at the end.</summary>
    public long TimeNs { get; private set; }

    /// <summary>The current event; not at the end.</summary>
    public readonly ref readonly MarketEvent Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_at;
    }

    /// <summary>What the venue did, by exchange time.</summary>
    public static ReplayCursor Exchange(ReplayRecording recording) => new(recording, MarketEventFlags.LocalOnly, 0, 0);

    /// <summary>What was received, by local time and a feed latency on top.</summary>
    public static ReplayCursor Local(ReplayRecording recording, long delayNs) => new(recording, MarketEventFlags.ExchangeOnly, sizeof(long), delayNs);

    /// <summary>Goes to the next event; not at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        _at++;
        Settle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Settle()
    {
        while (_at < _end && (_at->Flags & _hidden) != 0)
        {
            _at++;
        }

        // The two clocks are the first two fields of an event.
        TimeNs = _at < _end ? *(long*)((byte*)_at + _clockOffset) + _delayNs : Never;
    }
}
