namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>How much memory the process may lock.</summary>
internal sealed class LockedMemoryCheck : HostCheck
{
    public override string Setting => "locked-memory";

    protected override string Effect => "the process cannot keep its pages in memory; one that has to be fetched again costs a microsecond to milliseconds";

    protected override HostFact Look(HostView host)
    {
        string? line = host.Field("/proc/self/limits", "Max locked memory", out string reason);
        string? soft = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return soft is null ? HostFact.Unknown(reason) : HostFact.GoodIf(soft == "unlimited", soft == "unlimited" ? soft : $"{soft} bytes");
    }

    protected override string Mend(HostView host) => base.Mend(host) + ", or LimitMEMLOCK=infinity in the unit";
}
