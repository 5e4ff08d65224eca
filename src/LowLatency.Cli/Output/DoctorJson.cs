using System.Text.Json;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Doctor;
using LowLatency.Hosting.Doctor.Measuring;
using LowLatency.Primitives.Threading;

namespace LowLatency.Cli.Output;

/// <summary>A report of the doctor for machines; <c>docs/formats/doctor-json.md</c> has the table of members.</summary>
internal static class DoctorJson
{
    private static readonly double[] Percentiles = [50, 90, 99, 99.9, 99.99, 99.999];

    /// <summary>Writes the members of the report.</summary>
    public static void Write(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteString("system", report.Host.SystemName);
        json.WriteString("runtime", report.Host.Runtime?.Version);
        WriteAll(json, "cores", report.Host.Topology.Cores, Write);
        WriteAll(json, "settings", report.Findings, Write);
        WriteAll(json, "jitter", report.Jitter, Write);
        WriteAll(json, "roundTrips", report.RoundTrips, Write);
    }

    private static void Write(Utf8JsonWriter json, CpuCore core)
    {
        json.WriteNumber("core", core.Id);
        WriteNumber(json, "package", core.Package);
        WriteNumber(json, "physicalCore", core.PhysicalCore);
        json.WriteString("siblings", CpuList.Format(core.Siblings));
        WriteNumber(json, "lastLevelCache", core.LastLevelCache);
        WriteNumber(json, "node", core.Node);
        json.WriteBoolean("online", core.IsOnline);
        json.WriteBoolean("isolated", core.IsIsolated);
        json.WriteBoolean("tickless", core.IsTickless);
        json.WriteBoolean("allowed", core.IsAllowed);
    }

    private static void Write(Utf8JsonWriter json, HostFinding finding)
    {
        json.WriteString("setting", finding.Setting);
        json.WriteString("state", SettingNames.Of(finding.State));
        json.WriteString("value", finding.Value);
        json.WriteString("effect", finding.Effect);
        json.WriteString("mend", finding.Mend);
    }

    private static void Write(Utf8JsonWriter json, CoreJitter jitter)
    {
        json.WriteNumber("core", jitter.Core);
        json.WriteString("fault", jitter.Fault);
        json.WriteString("realTimePriority", jitter.Priority);
        json.WriteNumber("watchedNs", (long)jitter.Watched.TotalNanoseconds);
        json.WriteNumber("gaps", jitter.Gaps.TotalCount);
        json.WriteStartObject("percentilesNs");
        foreach (double percentile in Percentiles)
        {
            json.WriteNumber(FormattableString.Invariant($"{percentile}"), jitter.Gaps.ValueAtPercentile(percentile));
        }

        json.WriteEndObject();
        json.WriteNumber("largestNs", jitter.Gaps.Max);
        json.WriteCounts("longerThanNs", CoreJitter.ThresholdsNs.Select(ns => KeyValuePair.Create(FormattableString.Invariant($"{ns}"), jitter.CountAbove(ns))));
        json.WriteNumber("lostPercent", Math.Round(jitter.LostPercent(), 4));
    }

    private static void Write(Utf8JsonWriter json, LineRoundTrip pair)
    {
        json.WriteNumber("first", pair.First);
        json.WriteNumber("second", pair.Second);
        json.WriteString("share", SettingNames.Of(pair.Distance));
        json.WriteString("fault", pair.Fault);
        json.WriteNumber("count", pair.RoundTrips);
        json.WriteNumber("bestNs", Math.Round(pair.BestNs, 1));
        json.WriteNumber("medianNs", Math.Round(pair.MedianNs, 1));
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is int known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
