using System.Text.Json;

namespace LowLatency.Benchmarks.Gate;

/// <summary>The file <c>perf/gate/baseline.json</c>: by workload, its time per operation as a multiple of the reference's time per step.</summary>
/// <remarks>Found in the working folder or one above it, since the verbs are run from the repository.</remarks>
internal static class GateBaseline
{
    private const string RelativePath = "perf/gate/baseline.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>Reads it; false, with where it was looked for, when it is not there or not a baseline.</summary>
    public static bool TryRead(out SortedDictionary<string, double> ratios, out string fault)
    {
        ratios = [];
        fault = "";
        string path = Find();
        try
        {
            ratios = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(path)) ?? [];
            fault = ratios.Count == 0 ? $"baseline={path} holds nothing" : "";
        }
        catch (Exception cause) when (cause is IOException or JsonException)
        {
            fault = $"baseline={path} cannot be read: {cause.Message}";
        }

        return fault.Length == 0;
    }

    /// <summary>Writes it and tells where.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, double>> ratios)
    {
        string path = Find();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SortedDictionary<string, double> rounded = [];
        foreach ((string name, double ratio) in ratios)
        {
            rounded[name] = Math.Round(ratio, 3);
        }

        File.WriteAllText(path, JsonSerializer.Serialize(rounded, Format) + Environment.NewLine);
        return path;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LowLatency.sln")))
            {
                return Path.Combine(folder.FullName, RelativePath);
            }
        }

        return Path.GetFullPath(RelativePath);
    }
}
