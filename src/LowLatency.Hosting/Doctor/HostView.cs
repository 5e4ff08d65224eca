using System.Globalization;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Files;
using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor;

/// <summary>What the checks look at.</summary>
/// <param name="Files">The host's files.</param>
/// <param name="Topology">Its cores.</param>
/// <param name="Runtime">The runtime of the process; null where it is not known, as on a copy of another host.</param>
public sealed record HostView(SystemFiles Files, CpuTopology Topology, RuntimeSettings? Runtime)
{
    /// <summary>This host and this process.</summary>
    public static HostView OfThisHost() => new(SystemFiles.Host, CpuTopology.Read(), RuntimeSettings.OfThisProcess());

    /// <summary>The operating system, with the kernel's release where it tells.</summary>
    public string SystemName
    {
        get
        {
            string name = Files.IsHost ? RuntimeInformation.OSDescription : "Linux";
            return Files.Read("/proc/sys/kernel/osrelease").Text is string release ? $"{name}, kernel {release}" : name;
        }
    }

    /// <summary>The isolated cores, ascending.</summary>
    public IReadOnlyList<int> Isolated => [.. Topology.Cores.Where(core => core.IsIsolated).Select(core => core.Id)];

    /// <summary>Cores worth keeping for pinned threads, as a list: the isolated ones, else up to four (and at most half) of one cache with their hyper-thread siblings.</summary>
    public string KeptCores
    {
        get
        {
            if (Isolated.Count > 0)
            {
                return CpuList.Format(Isolated);
            }

            int physical = Topology.Cores.Where(core => core.IsAllowed).DistinctBy(core => core.Siblings[0]).Count();
            for (int count = Math.Min(4, physical / 2); count > 0; count--)
            {
                if (Topology.TryChoose(new CoreRequest(count) { Excluded = [0] }, out int[] chosen, out _))
                {
                    return CpuList.Format(Topology.Cores.Where(core => core.Siblings.Any(chosen.Contains)).Select(core => core.Id));
                }
            }

            return "LIST";
        }
    }

    /// <summary>A whole number in a file; null, with the reason, where there is none.</summary>
    public long? Number(string path, out string reason)
    {
        SystemText text = Files.Read(path);
        reason = text.IsKnown ? $"{path} is no number: {Shortened(text.Text!)}" : text.Reason;
        return long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    /// <summary>What is chosen in a file like "always [madvise] never"; null, with the reason, where there is none.</summary>
    public string? Chosen(string path, out string reason)
    {
        SystemText text = Files.Read(path);
        reason = text.Reason;
        string? all = text.Text;
        int open = all?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        int close = all?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        return open >= 0 && close > open ? all![(open + 1)..close] : all;
    }

    /// <summary>The value of a line that begins with a name, in a file like /proc/self/limits or /proc/meminfo; null, with the reason, where there is none.</summary>
    public string? Field(string path, string name, out string reason)
    {
        SystemText text = Files.Read(path);
        string? line = text.Text?.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        reason = text.IsKnown ? $"{path} has no line {name}" : text.Reason;
        return line?[name.Length..].Trim();
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
