namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>How the runtime of this process collects.</summary>
internal sealed class GarbageCollectorCheck : HostCheck
{
    public override string Setting => "garbage-collector";

    protected override string Effect => "every collection stops the engine, for 50 to 250 ms where other threads keep hundreds of MB alive; the server's collector has a thread for each core, the engine's too";

    protected override HostFact Look(HostView host)
    {
        if (host.Runtime is not RuntimeSettings runtime)
        {
            return HostFact.Unknown("there is no process to ask");
        }

        return HostFact.GoodIf(
            !runtime.ServerGc && runtime.ConserveMemory == 0,
            $"{(runtime.ServerGc ? "server" : "workstation")}, {(runtime.ConcurrentGc ? "concurrent" : "not concurrent")}, conserve memory {runtime.ConserveMemory}");
    }

    protected override string Mend(HostView host) => "<ServerGarbageCollection>false</ServerGarbageCollection> in the host's project, and no GCConserveMemory";
}
