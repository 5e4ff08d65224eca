namespace LowLatency.Latency.Measuring;

/// <summary>One burst as it went.</summary>
/// <param name="Done">Operations.</param>
/// <param name="IsLast">Whether the round is over.</param>
/// <param name="Ns">What it took on the first core, in nanoseconds.</param>
/// <param name="ProbeBeforeNs">Raw cache-line round trip right before; 0 on one core.</param>
/// <param name="ProbeAfterNs">The same right after.</param>
/// <param name="First">What happened to the thread on the first core.</param>
/// <param name="Second">And on the second; nothing if there is none.</param>
/// <param name="WasCut">Whether it was still running after 100 ms, and lost its real-time priority then.</param>
internal readonly record struct BurstResult(
    long Done, bool IsLast, double Ns, double ProbeBeforeNs, double ProbeAfterNs, ThreadUse First, ThreadUse Second, bool WasCut);
