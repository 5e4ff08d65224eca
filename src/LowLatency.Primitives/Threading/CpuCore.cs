namespace LowLatency.Primitives.Threading;

/// <summary>A core as the operating system numbers them: one hardware thread. What the system does not tell is null.</summary>
public sealed record CpuCore
{
    /// <summary>The number that threads are pinned by, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>The package (socket) it is on.</summary>
    public int? Package { get; init; }

    /// <summary>The number of its physical core within the package.</summary>
    public int? PhysicalCore { get; init; }

    /// <summary>The hardware threads of its physical core, itself among them; only itself without hyper-threading.</summary>
    public required IReadOnlyList<int> Siblings { get; init; }

    /// <summary>The last-level cache it reads through, named by the lowest core that shares it: equal for cores that hand lines over without leaving it.</summary>
    public int? LastLevelCache { get; init; }

    /// <summary>The size of that cache as the system writes it: 32768K.</summary>
    public string? LastLevelCacheSize { get; init; }

    /// <summary>The memory node (NUMA) it is nearest to.</summary>
    public int? Node { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsOnline { get; init; } = true;

    /// <summary>Whether the scheduler leaves it to threads that are pinned to it (isolcpus).</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Whether the timer tick stops while one thread runs on it (nohz_full).</summary>
    public bool IsTickless { get; init; }

    /// <summary>Whether this process may run on it: within its cpuset, and within its affinity or isolated.</summary>
    public bool IsAllowed { get; init; }
}
