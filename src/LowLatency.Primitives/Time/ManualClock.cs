namespace LowLatency.Primitives.Time;

/// <summary>A clock that stands where it was put: replay and tests. One thread.</summary>
public sealed class ManualClock : IClock
{
    /// <inheritdoc/>
    public long NowNs { get; private set; }

    /// <summary>Moves the clock to <paramref name="timeNs"/>; a time before the present one leaves it where it is.</summary>
    public void AdvanceTo(long timeNs) => NowNs = Math.Max(NowNs, timeNs);
}
