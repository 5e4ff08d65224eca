using System.Text.Json;

namespace LowLatency.Latency.Gate;

/// <summary>The file <c>perf/gate/baseline.json</c>: by processor, by row, what was measured when the baseline was taken.</summary>
/// <remarks>Ratios to a reference carry over between machines of one processor model, and only roughly beyond: so each model has rows of its own. Found in the working folder or one above it.</remarks>
internal sealed class GateBaseline
{
    private const string RelativePath = "perf/gate/baseline.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly SortedDictionary<string, SortedDictionary<string, GateRow>> _processors;

    private GateBaseline(SortedDictionary<string, SortedDictionary<string, GateRow>> processors) => _processors = processors;

    public static GateBaseline Empty => new([]);

    /// <summary>The processors it has rows of.</summary>
    public IReadOnlyCollection<string> Processors => _processors.Keys;

    /// <summary>Where the file is or would be.</summary>
    public static string Find()
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

    /// <summary>Reads it.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is not a baseline.</exception>
    public static GateBaseline Read(string path)
    {
        try
        {
            return new(JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, GateRow>>>(File.ReadAllText(path), Format) ?? []);
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException($"baseline={path} cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Replaces a processor's rows.</summary>
    public void Update(string processor, IReadOnlyDictionary<string, GateRow> rows) => _processors[processor] = new(rows.ToDictionary());

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(_processors, Format) + "\n");
    }

    /// <summary>What a row is compared with on a processor.</summary>
    /// <returns>Its own figure if the processor is known, otherwise the slowest of all; null if none has the row.</returns>
    public (GateRow Before, bool IsSameProcessor)? Find(string processor, string row)
    {
        if (_processors.TryGetValue(processor, out SortedDictionary<string, GateRow>? own) && own.TryGetValue(row, out GateRow? same))
        {
            return (same, true);
        }

        GateRow[] others = [.. _processors.Values.Select(rows => rows.GetValueOrDefault(row)).OfType<GateRow>()];
        return others.Length == 0 ? null : (others.MaxBy(other => other.Time)!, false);
    }
}
