using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Checks;

/// <summary>Whether devices may interrupt the isolated cores.</summary>
internal sealed class InterruptsCheck : HostCheck
{
    public override string Setting => "interrupts";

    protected override string Effect => "an interrupt takes 2 to 20 microseconds from the thread whose core it hits";

    protected override HostFact Look(HostView host)
    {
        List<string> hitting = [];
        int known = 0;
        IReadOnlyList<int> kept = host.Isolated;
        foreach (string interrupt in host.Files.Folders("/proc/irq"))
        {
            if (CpuList.TryParse(host.Files.Read($"/proc/irq/{interrupt}/smp_affinity_list").Text, out int[] cores) && cores.Length > 0)
            {
                known++;
                if (cores.Any(kept.Contains))
                {
                    hitting.Add(interrupt);
                }
            }
        }

        if (known == 0)
        {
            return HostFact.Unknown("there is no /proc/irq/*/smp_affinity_list that may be read");
        }

        return kept.Count == 0
            ? HostFact.GoodIf(false, $"no core is isolated; {known} interrupts may hit any of those they are allowed")
            : HostFact.GoodIf(hitting.Count == 0, $"{hitting.Count} of {known} may hit isolated cores {CpuList.Format(kept)}{(hitting.Count == 0 ? "" : ": " + Shown(hitting))}");
    }

    protected override string Mend(HostView host) => $"sudo native-config/tune apply --cores {host.KeptCores} {Setting}";

    private static string Shown(List<string> names) => string.Join(", ", names.Take(10)) + (names.Count > 10 ? ", …" : "");
}
