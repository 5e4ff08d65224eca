namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>How the runtime of this process collects.</summary>
internal sealed class GarbageCollectorCheck : HostCheck
{
    public override string Setting => "garbage-collector";

    protected override string Effect => "the server's collector keeps a thread on every core, the concurrent one a thread that runs beside the engine and stops it at the beginning and end of a collection";

    protected override HostFact Look(HostView host)
    {
        RuntimeSettings runtime = host.Runtime;
        return HostFact.GoodIf(
            !runtime.ServerGc && !runtime.ConcurrentGc && runtime.ConserveMemory == 0,
            $"{(runtime.ServerGc ? "server" : "workstation")}, {(runtime.ConcurrentGc ? "concurrent" : "not concurrent")}, conserve memory {runtime.ConserveMemory}");
    }

    protected override string Mend(HostView host) =>
        "<ServerGarbageCollection>false</ServerGarbageCollection> and <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection> in the host's project";
}
