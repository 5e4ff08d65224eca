namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Whether the kernel moves memory between nodes.</summary>
internal sealed class NumaBalancingCheck : HostCheck
{
    public override string Setting => "numa-balancing";

    protected override string Effect => "pages are unmapped to see who uses them: page faults in the middle of the work";

    protected override HostFact Look(HostView host)
    {
        long? balancing = host.Number("/proc/sys/kernel/numa_balancing", out string reason);
        int nodes = host.Topology.Cores.Select(core => core.Node).OfType<int>().Distinct().Count();
        return balancing is null ? HostFact.Unknown(reason) : HostFact.GoodIf(balancing == 0, $"numa_balancing={balancing}, nodes={nodes}");
    }
}
