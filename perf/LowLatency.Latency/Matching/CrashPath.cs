namespace LowLatency.Latency.Matching;

/// <summary>A flash crash in messages: a middle price falls a tick with each second one, and then rises a tick with each eighth. All zeros for none.</summary>
/// <param name="Start">The first message of the fall.</param>
/// <param name="Low">The first message of the recovery.</param>
/// <param name="End">The first message behind it.</param>
internal readonly record struct CrashPath(int Start, int Low, int End)
{
    /// <summary>Ticks the middle moves before a message.</summary>
    public int StepAt(int message) =>
        message >= Start && message < Low ? -(message & 1)
        : message >= Low && message < End ? ((message & 7) == 0 ? 1 : 0)
        : 0;
}
