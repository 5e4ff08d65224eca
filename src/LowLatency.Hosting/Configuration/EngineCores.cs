using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Configuration;

/// <summary>Whether the cores that settings name are there and may be used: asked when a run starts, not when a file is read, since a file may be for another host.</summary>
public static class EngineCores
{
    /// <summary>One line per core that no thread of this process can be pinned to, with the setting's full path and value.</summary>
    public static IReadOnlyList<string> Check(RunSettings settings, CpuTopology topology)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(topology);
        return settings.Core is int core && topology.Check(core) is string fault ? [$"engine.core={core} {fault}"] : [];
    }
}
