using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Who chooses the clock rate of the cores.</summary>
internal sealed class FrequencyGovernorCheck : HostCheck
{
    public override string Setting => "frequency-governor";

    protected override string Effect => "cores slow down when idle and are raised tens to hundreds of microseconds after load comes";

    protected override HostFact Look(HostView host)
    {
        Dictionary<string, List<int>> cores = new(StringComparer.Ordinal);
        string? why = null;
        foreach (int core in host.Topology.Cores.Where(core => core.IsOnline).Select(core => core.Id))
        {
            if (host.Chosen($"/sys/devices/system/cpu/cpu{core}/cpufreq/scaling_governor", out string reason) is string governor)
            {
                (cores.TryGetValue(governor, out List<int>? list) ? list : cores[governor] = []).Add(core);
            }
            else
            {
                why ??= reason;
            }
        }

        return cores.Count == 0
            ? HostFact.Unknown($"{why ?? "no core tells it"}; in a virtual machine whoever runs the host decides")
            : HostFact.GoodIf(cores.Keys.All(name => name == "performance"), string.Join("; ", cores.Select(one => $"{one.Key} on cores {CpuList.Format(one.Value)}")));
    }
}
