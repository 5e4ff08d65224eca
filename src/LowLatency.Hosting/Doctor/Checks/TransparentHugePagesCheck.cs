namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Who gets huge pages unasked.</summary>
internal sealed class TransparentHugePagesCheck : HostCheck
{
    private const string Pages = "/sys/kernel/mm/transparent_hugepage";

    public override string Setting => "transparent-huge-pages";

    protected override string Effect => "with \"always\" page faults wait for memory to be compacted, and a daemon moves memory; with \"never\" large tables miss the address cache";

    protected override HostFact Look(HostView host)
    {
        string? enabled = host.Chosen($"{Pages}/enabled", out string reason);
        string? defrag = host.Chosen($"{Pages}/defrag", out _);
        string? daemon = host.Chosen($"{Pages}/khugepaged/defrag", out _);
        return enabled is null
            ? HostFact.Unknown(reason)
            : HostFact.GoodIf(enabled == "madvise" && defrag is null or "madvise" && daemon is null or "0", $"enabled={enabled}, defrag={defrag}, khugepaged/defrag={daemon}");
    }
}
