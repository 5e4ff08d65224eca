using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Hardware threads that share a physical core.</summary>
internal sealed class HyperThreadingCheck : HostCheck
{
    public override string Setting => "hyper-threading";

    protected override string Effect => "work on the sibling of a core takes a third to a half of its speed, and part of its caches";

    protected override HostFact Look(HostView host)
    {
        if (host.Topology.Cores.Count == 0 || host.Topology.Cores.All(core => core.PhysicalCore is null))
        {
            return HostFact.Unknown("there is no /sys/devices/system/cpu/cpu0/topology");
        }

        if (host.Topology.Cores.All(core => core.Siblings.Count == 1))
        {
            return HostFact.GoodIf(true, "no core has a sibling");
        }

        int[] exposed = [.. host.Topology.Cores
            .Where(core => core.IsIsolated)
            .SelectMany(core => core.Siblings)
            .Distinct()
            .Where(sibling => !host.Isolated.Contains(sibling))];
        string pairs = string.Join("; ", host.Topology.Cores.Select(core => CpuList.Format(core.Siblings)).Distinct().Take(4));
        return exposed.Length > 0
            ? HostFact.GoodIf(false, $"siblings of isolated cores are not isolated: {CpuList.Format(exposed)}")
            : HostFact.Note($"siblings are {pairs}{(host.Topology.Cores.Count > 8 ? "; …" : "")}");
    }

    protected override string? Mend(HostView host) => Look(host).State == FindingState.Differs
        ? $"sudo native-config/tune apply --cores {CpuList.Format(host.Topology.Cores.Where(core => core.IsIsolated).SelectMany(core => core.Siblings))} isolated-cores"
        : "isolate siblings together and leave one of each pair idle";
}
