using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>How deep idle cores sleep: the isolated ones, or all where none is isolated.</summary>
internal sealed class IdleStatesCheck : HostCheck
{
    private const int LongestUs = 10;

    public override string Setting => "idle-states";

    protected override string Effect => "a thread that waits without spinning is woken as many microseconds later as its core's sleep takes to leave";

    protected override HostFact Look(HostView host)
    {
        SortedDictionary<string, List<int>> deep = new(StringComparer.Ordinal);
        int states = 0;
        foreach (int core in host.Isolated.Count > 0 ? host.Isolated : host.Topology.Allowed)
        {
            string folder = $"/sys/devices/system/cpu/cpu{core}/cpuidle";
            foreach (string state in host.Files.Folders(folder))
            {
                states++;
                if (host.Number($"{folder}/{state}/latency", out _) is > LongestUs and long us && host.Number($"{folder}/{state}/disable", out _) == 0)
                {
                    string name = $"{host.Files.Read($"{folder}/{state}/name").Text} ({us} µs)";
                    (deep.TryGetValue(name, out List<int>? cores) ? cores : deep[name] = []).Add(core);
                }
            }
        }

        return states == 0
            ? HostFact.Unknown("no core has idle states in /sys; in a virtual machine whoever runs the host decides")
            : HostFact.GoodIf(deep.Count == 0, deep.Count == 0 ? $"none above {LongestUs} µs" : string.Join("; ", deep.Select(one => $"{one.Key} on cores {CpuList.Format(one.Value)}")));
    }

    protected override string Mend(HostView host) => $"sudo native-config/tune apply --cores {host.KeptCores} {Setting}";
}
