using System.Globalization;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Whether threads of the process may be real-time, and whether the kernel stops those that do not sleep.</summary>
internal sealed class RealTimeCheck : HostCheck
{
    private const int SysNice = 23;

    public override string Setting => "real-time";

    protected override string Effect => "real-time priority is refused, or a real-time thread that spins is stopped for 50 ms in every second";

    protected override HostFact Look(HostView host)
    {
        long? runtime = host.Number("/proc/sys/kernel/sched_rt_runtime_us", out string reason);
        long? period = host.Number("/proc/sys/kernel/sched_rt_period_us", out _);
        string? line = host.Field("/proc/self/limits", "Max realtime priority", out _);
        string limit = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "unknown";
        bool isPermitted = HasCapability(host) || limit is not ("0" or "unknown");
        return runtime is null
            ? HostFact.Unknown(reason)
            : HostFact.GoodIf(runtime == -1 && isPermitted, $"sched_rt_runtime_us={runtime} of {period?.ToString() ?? "unknown"}, priority {(HasCapability(host) ? "any (CAP_SYS_NICE)" : $"up to {limit}")}");
    }

    protected override string Mend(HostView host) => base.Mend(host) + ", or LimitRTPRIO=80 in the unit";

    private static bool HasCapability(HostView host) =>
        ulong.TryParse(host.Field("/proc/self/status", "CapEff:", out _), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong capabilities)
        && (capabilities >> SysNice & 1) == 1;
}
