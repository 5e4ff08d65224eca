namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>What the kernel reads the time from.</summary>
internal sealed class ClockSourceCheck : HostCheck
{
    private const string Clock = "/sys/devices/system/clocksource/clocksource0";

    public override string Setting => "clock-source";

    protected override string Effect => "reading the time is a system call of a microsecond and more, not 10 to 60 ns";

    protected override HostFact Look(HostView host)
    {
        string? now = host.Chosen($"{Clock}/current_clocksource", out string reason);
        string offered = host.Chosen($"{Clock}/available_clocksource", out _) ?? "";
        return now switch
        {
            null => HostFact.Unknown(reason),
            "tsc" => HostFact.GoodIf(true, now),
            _ when offered.Split(' ').Contains("tsc") => HostFact.GoodIf(false, $"{now}, tsc is offered"),
            _ => HostFact.Note($"{now}, tsc is not offered"),
        };
    }

    protected override string? Mend(HostView host) => Look(host).State == FindingState.Differs ? base.Mend(host) : null;
}
