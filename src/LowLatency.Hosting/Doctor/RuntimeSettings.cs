using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace LowLatency.Hosting.Doctor;

/// <summary>How the .NET runtime of a process is set up.</summary>
public sealed record RuntimeSettings
{
    /// <summary>The runtime's name and version.</summary>
    public required string Version { get; init; }

    /// <summary>Whether methods are compiled quickly first and again when they have proved hot.</summary>
    public required bool TieredCompilation { get; init; }

    /// <summary>Whether the first compilation, where there are two, counts what the second is to be optimised for.</summary>
    public required bool TieredPgo { get; init; }

    /// <summary>Whether code that was compiled ahead of time is used.</summary>
    public required bool ReadyToRun { get; init; }

    /// <summary>Whether a heap and a collecting thread a core are used.</summary>
    public required bool ServerGc { get; init; }

    /// <summary>Whether a background thread collects beside the program.</summary>
    public required bool ConcurrentGc { get; init; }

    /// <summary>How eagerly the collector compacts to save memory, 0 (not) to 9.</summary>
    public required int ConserveMemory { get; init; }

    /// <summary>Those of this process: from its runtimeconfig.json and the environment, which wins.</summary>
    public static RuntimeSettings OfThisProcess() => new()
    {
        Version = RuntimeInformation.FrameworkDescription,
        TieredCompilation = Switch("System.Runtime.TieredCompilation", "TieredCompilation", true),
        TieredPgo = Switch("System.Runtime.TieredPGO", "TieredPGO", true),
        ReadyToRun = Switch(null, "ReadyToRun", true),
        ServerGc = GCSettings.IsServerGC,
        ConcurrentGc = GCSettings.LatencyMode != GCLatencyMode.Batch,
        ConserveMemory = Number("System.GC.ConserveMemory", "GCConserveMemory"),
    };

    private static bool Switch(string? property, string variable, bool fallback) => Environment(variable) switch
    {
        string text => text.TrimStart('0').Length > 0,
        null when property is not null && AppContext.GetData(property) is object value => bool.TryParse(value.ToString(), out bool isOn) ? isOn : fallback,
        _ => fallback,
    };

    private static int Number(string property, string variable)
    {
        if (Environment(variable) is string text)
        {
            return int.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int hex) ? hex : 0;
        }

        return int.TryParse(AppContext.GetData(property)?.ToString(), out int number) ? number : 0;
    }

    /// <summary>The runtime reads DOTNET_name, or COMPlus_name of old.</summary>
    private static string? Environment(string name) =>
        System.Environment.GetEnvironmentVariable($"DOTNET_{name}") ?? System.Environment.GetEnvironmentVariable($"COMPlus_{name}");
}
