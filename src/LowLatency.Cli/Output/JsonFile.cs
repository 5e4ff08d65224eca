using System.Text.Json;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Cli.Output;

/// <summary>Results for machines. Exact decimal numbers are written digit by digit as JSON numbers, never through a binary fraction.</summary>
internal static class JsonFile
{
    /// <summary>Writes one JSON object to a file, replacing one of that name.</summary>
    public static void Write(string path, Action<Utf8JsonWriter> members)
    {
        using FileStream file = new(path, FileMode.Create, FileAccess.Write);
        using (Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    /// <summary>Writes an exact decimal number.</summary>
    public static void WriteExact(this Utf8JsonWriter json, string name, Int128 value, int decimals)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(FixedPoint.Format(value, decimals), skipInputValidation: true);
    }

    /// <summary>Writes names with counts as an object.</summary>
    public static void WriteCounts(this Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}
