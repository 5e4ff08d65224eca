namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>The kernel's own recurring work on every core.</summary>
internal sealed class KernelWorkCheck : HostCheck
{
    private const long LeastIntervalS = 60;

    public override string Setting => "kernel-work";

    protected override string Effect => "statistics of memory, once an interval and core, and the watchdog take 2 to 20 microseconds each time";

    protected override HostFact Look(HostView host)
    {
        long? interval = host.Number("/proc/sys/vm/stat_interval", out string reason);
        long? watchdog = host.Number("/proc/sys/kernel/nmi_watchdog", out _);
        return interval is null
            ? HostFact.Unknown(reason)
            : HostFact.GoodIf(interval >= LeastIntervalS && watchdog is null or 0, $"stat_interval={interval} s, nmi_watchdog={watchdog?.ToString() ?? "not there"}");
    }
}
