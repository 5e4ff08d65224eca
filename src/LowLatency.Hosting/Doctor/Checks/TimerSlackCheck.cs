namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>How late a sleeping thread of the process may be woken.</summary>
internal sealed class TimerSlackCheck : HostCheck
{
    private const long MostNs = 1_000;

    public override string Setting => "timer-slack";

    protected override string Effect => "threads that sleep are woken up to so much too late; those that spin or are real-time are not";

    protected override HostFact Look(HostView host)
    {
        long? slack = host.Number("/proc/self/timerslack_ns", out string reason);
        return slack is null ? HostFact.Unknown(reason) : HostFact.GoodIf(slack <= MostNs, $"{slack} ns");
    }

    protected override string Mend(HostView host) => base.Mend(host) + ", or TimerSlackNSec=1 in the unit";
}
