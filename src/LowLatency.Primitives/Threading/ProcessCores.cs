using LowLatency.Primitives.Files;

namespace LowLatency.Primitives.Threading;

/// <summary>Which cores a process may use. What the system does not tell is null.</summary>
/// <param name="Affinity">
/// The union of sched_getaffinity(2) over the process's threads, as /proc shows it: what it was started with (taskset, CPUAffinity of a unit), even if the caller is a pinned thread.
/// </param>
/// <param name="CpuSet">The cores of its cgroup's cpuset, beyond which the kernel grants none.</param>
internal sealed record ProcessCores(IReadOnlySet<int>? Affinity, IReadOnlySet<int>? CpuSet)
{
    private const string Groups = "/sys/fs/cgroup";
    private const string AllowedField = "Cpus_allowed_list:";

    /// <summary>Reads both.</summary>
    public static ProcessCores Read(SystemFiles files) => new(AffinityOf(files), CpuSetOf(files));

    /// <summary>Whether the process may use a core. Linux leaves isolated cores out of the affinity it starts processes with, yet grants them.</summary>
    public bool Allows(int core, bool isIsolated) =>
        CpuSet?.Contains(core) != false && (Affinity is null || Affinity.Contains(core) || isIsolated);

    private static HashSet<int>? AffinityOf(SystemFiles files)
    {
        HashSet<int> found = [];
        foreach (string thread in files.Folders("/proc/self/task"))
        {
            found.UnionWith(AllowedIn(files.Read($"/proc/self/task/{thread}/status")));
        }

        if (found.Count == 0)
        {
            found.UnionWith(AllowedIn(files.Read("/proc/self/status")));
        }

        if (found.Count == 0 && files.IsHost)
        {
            found.UnionWith(CpuAffinity.AllowedCores());
        }

        return found.Count == 0 ? null : found;
    }

    private static int[] AllowedIn(SystemText status)
    {
        string? line = status.Text?.Split('\n').FirstOrDefault(line => line.StartsWith(AllowedField, StringComparison.Ordinal));
        return line is not null && CpuList.TryParse(line.AsSpan(AllowedField.Length), out int[] cores) ? cores : [];
    }

    private static HashSet<int>? CpuSetOf(SystemFiles files)
    {
        foreach (string line in files.Read("/proc/self/cgroup").Text?.Split('\n') ?? [])
        {
            string[] fields = line.Split(':', 3);
            if (fields.Length < 3)
            {
                continue;
            }

            bool isSecond = fields[1].Length == 0;
            if (isSecond && CpuSetAt(files, Groups, fields[2], "cpuset.cpus.effective") is HashSet<int> second)
            {
                return second;
            }

            if (fields[1].Split(',').Contains("cpuset") && CpuSetAt(files, $"{Groups}/cpuset", fields[2], "cpuset.effective_cpus") is HashSet<int> first)
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>The set of a group, or of the nearest group above it that has one: a container may see its own group as the root.</summary>
    private static HashSet<int>? CpuSetAt(SystemFiles files, string hierarchy, string group, string file)
    {
        List<string> parts = [.. group.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        for (parts = parts.Contains("..") ? [] : parts; ; parts.RemoveAt(parts.Count - 1))
        {
            SystemText text = files.Read(string.Join('/', [hierarchy, .. parts, file]));
            if (text.IsKnown && CpuList.TryParse(text.Text, out int[] cores) && cores.Length > 0)
            {
                return [.. cores];
            }

            if (parts.Count == 0)
            {
                return null;
            }
        }
    }
}
