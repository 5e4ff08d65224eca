using LowLatency.Hosting.Doctor.Checks;

namespace LowLatency.Hosting.Doctor;

/// <summary>Looks at everything on a host and in a process that decides how long a thread may be disturbed. Reads only.</summary>
public static class HostDoctor
{
    private static readonly HostCheck[] Checks =
    [
        new AllowedCoresCheck(),
        new IsolatedCoresCheck(),
        new HyperThreadingCheck(),
        new InterruptsCheck(),
        new KernelWorkCheck(),
        new FrequencyGovernorCheck(),
        new IdleStatesCheck(),
        new ClockSourceCheck(),
        new StolenTimeCheck(),
        new RealTimeCheck(),
        new TimerSlackCheck(),
        new TransparentHugePagesCheck(),
        new HugePagesCheck(),
        new LockedMemoryCheck(),
        new SwapCheck(),
        new NumaBalancingCheck(),
        new TieredCompilationCheck(),
        new GarbageCollectorCheck(),
    ];

    /// <summary>One finding a setting, always all of them and in the same order.</summary>
    public static IReadOnlyList<HostFinding> Examine(HostView host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return [.. Checks.Select(check => check.Examine(host))];
    }
}
