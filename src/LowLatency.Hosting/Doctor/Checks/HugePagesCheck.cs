namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Explicit huge pages: a choice, since only what asks for them by name gets any.</summary>
internal sealed class HugePagesCheck : HostCheck
{
    public override string Setting => "huge-pages";

    protected override string Effect => "large tables miss the address cache, some 10 to 30 ns a miss, where neither these nor transparent huge pages serve them";

    protected override HostFact Look(HostView host)
    {
        long? pages = host.Number("/proc/sys/vm/nr_hugepages", out string reason);
        string size = host.Field("/proc/meminfo", "Hugepagesize:", out _) ?? "unknown size";
        return pages is null ? HostFact.Unknown(reason) : HostFact.Note($"{pages} of {size} reserved");
    }

    protected override string Mend(HostView host) => "sudo native-config/tune apply --huge-pages 512 huge-pages";
}
