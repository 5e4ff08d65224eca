using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Which cores the process may use at all.</summary>
internal sealed class AllowedCoresCheck : HostCheck
{
    public override string Setting => "allowed-cores";

    protected override string Effect => "a thread that spins leaves nothing to the others of its core: the engine, its strategies and the runtime need two cores and more";

    protected override HostFact Look(HostView host)
    {
        if (host.Topology.Cores.Count == 0)
        {
            return HostFact.Unknown("neither /sys/devices/system/cpu nor the scheduler tells the cores");
        }

        IReadOnlyList<int> allowed = host.Topology.Allowed;
        string all = CpuList.Format(host.Topology.Cores.Where(core => core.IsOnline).Select(core => core.Id));
        return HostFact.GoodIf(allowed.Count > 1, $"{CpuList.Format(allowed)} of {all}");
    }

    protected override string Mend(HostView host) => "widen the cpuset of the container or service, or start without taskset";
}
