using LowLatency.Primitives.Files;

namespace LowLatency.Primitives.Threading;

/// <summary>The cores of a host, how they share caches and memory, and which of them this process may use. A picture of one moment; any thread may read it.</summary>
/// <remarks>
/// From /sys and /proc on Linux. Elsewhere only the cores of the calling thread's affinity are known, or none.
/// Memory belongs to the node of the thread that writes a page first ("first touch"), not of the one that asked for it.
/// </remarks>
public sealed class CpuTopology
{
    private readonly Dictionary<int, CpuCore> _byId;

    private CpuTopology(IReadOnlyList<CpuCore> cores)
    {
        Cores = cores;
        _byId = cores.ToDictionary(core => core.Id);
    }

    /// <summary>Every core that is there, ascending, those switched off or not allowed too.</summary>
    public IReadOnlyList<CpuCore> Cores { get; }

    /// <summary>The numbers of the cores this process may use, ascending.</summary>
    public IReadOnlyList<int> Allowed => [.. Cores.Where(core => core.IsAllowed).Select(core => core.Id)];

    /// <summary>Reads this host's.</summary>
    public static CpuTopology Read() => Read(SystemFiles.Host);

    /// <summary>Reads that of the given files.</summary>
    public static CpuTopology Read(SystemFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new CpuTopology(new CpuTopologyReader(files).Read());
    }

    /// <summary>Whether a thread of this process can be pinned to a core.</summary>
    /// <returns>Null if it can, or if nothing is known about this host's cores; otherwise why not, as the end of a sentence that begins with the core.</returns>
    public string? Check(int core)
    {
        if (Cores.Count == 0)
        {
            return null;
        }

        if (!_byId.TryGetValue(core, out CpuCore? found))
        {
            return $"does not exist: this host has cores {CpuList.Format(_byId.Keys)}";
        }

        if (!found.IsOnline)
        {
            return $"is switched off: this host runs cores {CpuList.Format(Cores.Where(one => one.IsOnline).Select(one => one.Id))}";
        }

        return found.IsAllowed ? null : $"is outside the cores this process may use, {CpuList.Format(Allowed)} (its affinity or cpuset)";
    }

    /// <summary>How near two different cores are to each other.</summary>
    public CoreDistance Distance(int first, int second)
    {
        if (!_byId.TryGetValue(first, out CpuCore? one) || !_byId.TryGetValue(second, out CpuCore? other))
        {
            return CoreDistance.Unknown;
        }

        return (one.Siblings.Contains(second), one.LastLevelCache, one.Node) switch
        {
            (true, _, _) => CoreDistance.Siblings,
            (_, int cache, _) when cache == other.LastLevelCache => CoreDistance.OneCache,
            (_, _, int node) when node == other.Node => CoreDistance.OneNode,
            (_, _, int) when other.Node is not null => CoreDistance.AcrossNodes,
            _ => CoreDistance.Unknown,
        };
    }

    /// <summary>Chooses cores this process may use.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cores">The chosen cores, best first; empty if there are not enough.</param>
    /// <param name="reason">Empty, or what was wanted and what there is.</param>
    /// <returns>False if there are not enough.</returns>
    public bool TryChoose(CoreRequest request, out int[] cores, out string reason)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        cores = CoreChooser.Choose(Cores, request);
        if (cores.Length == request.Count)
        {
            reason = "";
            return true;
        }

        reason = $"{request}: there are at most {cores.Length} (cores {CpuList.Format(cores)}) among the cores this process may use, {CpuList.Format(Allowed)}";
        cores = [];
        return false;
    }
}
