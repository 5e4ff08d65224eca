using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Cores that are left to pinned threads: isolated, without a timer tick, without deferred work of the kernel.</summary>
internal sealed class IsolatedCoresCheck : HostCheck
{
    private const string Callbacks = "rcu_nocbs=";

    public override string Setting => "isolated-cores";

    protected override string Effect => "other processes take the core for milliseconds, and the timer interrupts it 250 to 1000 times a second";

    protected override HostFact Look(HostView host)
    {
        if (!host.Files.Read("/sys/devices/system/cpu/isolated").IsKnown)
        {
            return HostFact.Unknown(host.Files.Read("/sys/devices/system/cpu/isolated").Reason);
        }

        IReadOnlyList<int> isolated = host.Isolated;
        int[] tickless = [.. host.Topology.Cores.Where(core => core.IsTickless).Select(core => core.Id)];
        int[] quiet = WithoutCallbacks(host.Files.Read("/proc/cmdline").Text ?? "");
        bool isGood = isolated.Count > 0 && isolated.All(core => tickless.Contains(core) && quiet.Contains(core));
        return HostFact.GoodIf(isGood, $"isolated {CpuList.Format(isolated)}, tickless {CpuList.Format(tickless)}, without kernel callbacks {CpuList.Format(quiet)}");
    }

    protected override string Mend(HostView host) => $"sudo native-config/tune apply --cores {host.KeptCores} {Setting}";

    private static int[] WithoutCallbacks(string commandLine)
    {
        string? last = commandLine.Split(' ').LastOrDefault(word => word.StartsWith(Callbacks, StringComparison.Ordinal));
        return last is not null && CpuList.TryParse(last.AsSpan(Callbacks.Length), out int[] cores) ? cores : [];
    }
}
