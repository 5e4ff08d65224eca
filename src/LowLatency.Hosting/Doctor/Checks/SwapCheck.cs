namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Whether memory goes to disk.</summary>
internal sealed class SwapCheck : HostCheck
{
    public override string Setting => "swap";

    protected override string Effect => "memory that was not used for a while costs milliseconds when it is touched again";

    protected override HostFact Look(HostView host)
    {
        long? swappiness = host.Number("/proc/sys/vm/swappiness", out string reason);
        string[] devices = [.. (host.Files.Read("/proc/swaps").Text ?? "").Split('\n').Skip(1).Select(line => line.Split([' ', '\t'])[0]).Where(name => name.Length > 0)];
        return swappiness is null
            ? HostFact.Unknown(reason)
            : HostFact.GoodIf(swappiness == 0, $"swappiness={swappiness}, {(devices.Length == 0 ? "no swap" : "swap on " + string.Join(", ", devices))}");
    }
}
