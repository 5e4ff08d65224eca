namespace LowLatency.Benchmarks.Measuring;

/// <summary>A workload whose round is one call.</summary>
/// <param name="name">The workload's.</param>
/// <param name="unit">What the call counts, in the plural.</param>
/// <param name="pass">Does the round and returns how many were done.</param>
/// <param name="mayBeRealTime">Whether it takes at most 100 ms and does not wait for a device.</param>
internal sealed class PassWorkload(string name, string unit, Func<long> pass, bool mayBeRealTime) : Workload(name, unit)
{
    public override bool MayBeRealTime => mayBeRealTime;

    public override (long Done, bool IsLast) Burst() => (pass(), true);
}
