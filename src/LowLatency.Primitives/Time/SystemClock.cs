using System.Diagnostics;

namespace LowLatency.Primitives.Time;

/// <summary>The machine's clock: the wall clock read once, advanced by the monotonic counter, so that it never runs backwards. Any thread.</summary>
public sealed class SystemClock : IClock
{
    private readonly long _startNs = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
    private readonly long _startCount = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long NowNs =>
        _startNs + (long)((Int128)(Stopwatch.GetTimestamp() - _startCount) * 1_000_000_000 / Stopwatch.Frequency);
}
