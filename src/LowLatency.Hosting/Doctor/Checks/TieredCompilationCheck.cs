namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Whether the runtime of this process runs unoptimised code first.</summary>
internal sealed class TieredCompilationCheck : HostCheck
{
    public override string Setting => "tiered-compilation";

    protected override string Effect => "the first 100,000 orders cost some ten times as much, and a background thread compiles beside the engine";

    protected override HostFact Look(HostView host)
    {
        if (host.Runtime is not RuntimeSettings runtime)
        {
            return HostFact.Unknown("there is no process to ask");
        }

        return HostFact.GoodIf(!runtime.TieredCompilation, runtime.TieredCompilation
            ? $"on, with counting {(runtime.TieredPgo ? "on" : "off")}, ahead-of-time code {(runtime.ReadyToRun ? "on" : "off")}"
            : "off");
    }

    protected override string Mend(HostView host) => "<TieredCompilation>false</TieredCompilation> in the host's project, or warm it with orders before the session";
}
