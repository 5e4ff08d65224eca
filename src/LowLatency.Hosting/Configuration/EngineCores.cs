using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Configuration;

/// <summary>
/// Settles the cores that settings name, or leave to be chosen, on the host at hand: when a run starts, not when a file is read, since a file may be for another host.
/// </summary>
public static class EngineCores
{
    /// <summary>The word that leaves the core to be chosen: an isolated one before others, and core 0 last.</summary>
    public const string Auto = "auto";

    /// <summary>The settings with the core chosen, where it is to be.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="topology">The host's cores; where nothing is known of them the operating system chooses.</param>
    /// <param name="faults">One line per core that no thread of this process can be pinned to, with the setting's full path and value.</param>
    public static RunSettings Settle(RunSettings settings, CpuTopology topology, out IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(topology);
        IEnumerable<(string Path, int? Core)> named = settings.Groups.Select(group => ($"{group.Path}.core", group.Core)).Prepend(("engine.core", settings.Core));
        faults = [.. named.Select(one => one.Core is int core && topology.Check(core) is string fault ? $"{one.Path}={core} {fault}" : null).OfType<string>()];
        return settings.ChoosesCore && topology.TryChoose(new CoreRequest(1), out int[] chosen, out _)
            ? settings with { Core = chosen[0], ChoosesCore = false }
            : settings;
    }
}
