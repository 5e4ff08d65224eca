using System.Globalization;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Time that the hypervisor gave to others while this host had work, since it was started (proc(5), /proc/stat).</summary>
internal sealed class StolenTimeCheck : HostCheck
{
    private const int Steal = 7;
    private const double MostPercent = 0.01;

    public override string Setting => "stolen-time";

    protected override string Effect => "the hypervisor stops a core for milliseconds whatever its settings are";

    protected override HostFact Look(HostView host)
    {
        string? line = host.Field("/proc/stat", "cpu ", out string reason);
        long[] ticks = [.. (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => long.TryParse(text, out long count) ? count : 0)];
        if (ticks.Length <= Steal)
        {
            return HostFact.Unknown(reason);
        }

        double percent = 100.0 * ticks[Steal] / Math.Max(1, ticks[..(Steal + 1)].Sum());
        return new(percent > MostPercent ? FindingState.Differs : FindingState.Good, string.Create(CultureInfo.InvariantCulture, $"{percent:0.000} % since the host was started"));
    }

    protected override string Mend(HostView host) => "ask whoever runs the host for dedicated cores";
}
