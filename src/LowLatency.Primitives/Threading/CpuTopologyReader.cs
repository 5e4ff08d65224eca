using System.Globalization;
using LowLatency.Primitives.Files;

namespace LowLatency.Primitives.Threading;

/// <summary>Reads cores from /sys/devices/system/cpu and node, as the kernel's documentation of those folders (Documentation/ABI) describes them.</summary>
internal sealed class CpuTopologyReader(SystemFiles files)
{
    private const string Cpu = "/sys/devices/system/cpu";
    private const string Node = "/sys/devices/system/node";

    private readonly ProcessCores _process = ProcessCores.Read(files);

    /// <summary>Every core that is there, ascending; where /sys does not tell, those the process may use.</summary>
    public List<CpuCore> Read()
    {
        int[] online = List($"{Cpu}/online");
        if (online.Length == 0)
        {
            return [.. (_process.Affinity ?? new HashSet<int>()).Order().Select(core => new CpuCore { Id = core, Siblings = [core], IsAllowed = true })];
        }

        Dictionary<int, int> nodes = Nodes();
        HashSet<int> isolated = [.. List($"{Cpu}/isolated")];
        HashSet<int> tickless = [.. List($"{Cpu}/nohz_full")];
        return [.. online.Union(List($"{Cpu}/present")).Order().Select(core => CoreOf(core) with
        {
            Node = nodes.TryGetValue(core, out int node) ? node : null,
            IsOnline = online.Contains(core),
            IsIsolated = isolated.Contains(core),
            IsTickless = tickless.Contains(core),
            IsAllowed = online.Contains(core) && _process.Allows(core, isolated.Contains(core)),
        })];
    }

    private CpuCore CoreOf(int core)
    {
        string topology = $"{Cpu}/cpu{core}/topology";
        int[] siblings = List($"{topology}/thread_siblings_list");
        (int? cache, string? size) = LastLevelCache(core);
        return new CpuCore
        {
            Id = core,
            Package = Number($"{topology}/physical_package_id"),
            PhysicalCore = Number($"{topology}/core_id"),
            Siblings = siblings.Length == 0 ? [core] : siblings,
            LastLevelCache = cache,
            LastLevelCacheSize = size,
        };
    }

    private (int? Cache, string? Size) LastLevelCache(int core)
    {
        (int Level, int Cache, string? Size) last = (0, 0, null);
        string caches = $"{Cpu}/cpu{core}/cache";
        foreach (string index in files.Folders(caches))
        {
            if (Number($"{caches}/{index}/level") is int level && level > last.Level && List($"{caches}/{index}/shared_cpu_list") is [int lowest, ..])
            {
                last = (level, lowest, files.Read($"{caches}/{index}/size").Text);
            }
        }

        return last.Level == 0 ? (null, null) : (last.Cache, last.Size);
    }

    private Dictionary<int, int> Nodes()
    {
        Dictionary<int, int> nodes = [];
        foreach (string folder in files.Folders(Node))
        {
            if (folder.StartsWith("node", StringComparison.Ordinal) && TryNumber(folder.AsSpan("node".Length), out int node))
            {
                foreach (int core in List($"{Node}/{folder}/cpulist"))
                {
                    nodes[core] = node;
                }
            }
        }

        return nodes;
    }

    private int[] List(string path) => CpuList.TryParse(files.Read(path).Text, out int[] cores) ? cores : [];

    private int? Number(string path) => TryNumber(files.Read(path).Text, out int number) ? number : null;

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
