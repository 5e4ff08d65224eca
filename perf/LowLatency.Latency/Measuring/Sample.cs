using LowLatency.Latency.Machine;

namespace LowLatency.Latency.Measuring;

/// <summary>One round of a benchmark.</summary>
/// <param name="Value">Operations per second or nanoseconds, as its <see cref="Figure"/> says.</param>
/// <param name="ReferenceValue">The reference's of the same round in this one's unit (1e9 / x between a rate and nanoseconds), if that was as near or far as this; otherwise null.</param>
/// <param name="Placement">Null on one core.</param>
/// <param name="LineNs">The slowest raw cache-line round trip probed around its bursts; 0 on one core.</param>
/// <param name="First">The thread on the first core.</param>
/// <param name="Second">The thread on the second core.</param>
/// <param name="AverageBatch">Null where it means nothing.</param>
/// <param name="BurstsCut">Bursts that ran into the limit of real-time bursts.</param>
internal sealed record Sample(
    double Value, double? ReferenceValue, Placement? Placement, double LineNs, ThreadUse First, ThreadUse Second, double? AverageBatch, int BurstsCut)
{
    /// <summary>Whether it counts: on one core, or on two that are near each other.</summary>
    public bool IsJudged => Placement != Machine.Placement.Far;

    /// <summary>Whether a core was taken from one of its threads.</summary>
    public bool WasPreempted => First.Preemptions + Second.Preemptions > 0;

    /// <summary>The value as a multiple of the reference's, above 1 where more of the figure was had.</summary>
    public double? Ratio => ReferenceValue is > 0 ? Value / ReferenceValue : null;
}
