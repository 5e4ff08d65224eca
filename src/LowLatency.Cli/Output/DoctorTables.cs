using System.Globalization;
using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Doctor;
using LowLatency.Hosting.Doctor.Measuring;
using LowLatency.Primitives.Threading;

namespace LowLatency.Cli.Output;

/// <summary>A report of the doctor for people.</summary>
internal static class DoctorTables
{
    private const int ShownCores = 32;
    private const int ShownPairs = 28;

    /// <summary>Prints it.</summary>
    public static void Print(CommandConsole console, DoctorReport report)
    {
        PrintHost(console, report.Host);
        PrintCores(console, report.Host.Topology);
        PrintFindings(console, report.Findings);
        PrintJitter(console, report.Jitter);
        PrintRoundTrips(console, report.RoundTrips);
    }

    private static void PrintHost(CommandConsole console, HostView host)
    {
        string? model = host.Field("/proc/cpuinfo", "model name", out string reason)?.TrimStart(':', ' ', '\t');
        console.Table(TableView.Pairs()
            .Add("system", host.SystemName)
            .Add("processor", model ?? $"unknown: {reason}")
            .Add("runtime", host.Runtime?.Version ?? "unknown")
            .Add("cores to keep", host.KeptCores == "LIST" ? "none: there are too few" : host.KeptCores));
    }

    private static void PrintCores(CommandConsole console, CpuTopology topology)
    {
        if (topology.Cores.Count == 0)
        {
            return;
        }

        console.Line("");
        TableView table = new(["core", "package", "physical", "siblings", "last-level cache", "node", "use"], 3, 4, 6);
        foreach (CpuCore core in topology.Cores.Take(ShownCores))
        {
            table.Add(Number(core.Id), Number(core.Package), Number(core.PhysicalCore), CpuList.Format(core.Siblings), Cache(core), Number(core.Node), Use(core));
        }

        console.Table(table);
        if (topology.Cores.Count > ShownCores)
        {
            console.Line($"and {topology.Cores.Count - ShownCores} cores more; --json has all");
        }
    }

    private static string Cache(CpuCore core) => core.LastLevelCache is int first ? $"of core {Number(first)}, {core.LastLevelCacheSize}" : "unknown";

    private static string Use(CpuCore core) => !core.IsOnline ? "off"
        : string.Join(", ", ((string[])[core.IsAllowed ? "allowed" : "not allowed", core.IsIsolated ? "isolated" : "", core.IsTickless ? "tickless" : ""]).Where(word => word.Length > 0));

    private static void PrintFindings(CommandConsole console, IReadOnlyList<HostFinding> findings)
    {
        console.Line("");
        TableView table = new(["setting", "state", "now"], 1, 2);
        foreach (HostFinding finding in findings)
        {
            table.Add(finding.Setting, SettingNames.Of(finding.State), finding.Value);
        }

        console.Table(table);
        foreach (HostFinding finding in findings.Where(finding => finding.State != FindingState.Good))
        {
            console.Line("");
            console.Line($"{finding.Setting}: {finding.Effect}");
            if (finding.Mend is not null)
            {
                console.Line($"    {finding.Mend}");
            }
        }
    }

    private static void PrintJitter(CommandConsole console, IReadOnlyList<CoreJitter> jitter)
    {
        if (jitter.Count == 0)
        {
            return;
        }

        console.Line("");
        console.Line("gaps of a spinning loop: the clock's own cost in the middle, what takes the core from it at the end");
        TableView table = new(["core", "watched ms", "p50 ns", "p99.99 ns", "largest ns", .. CoreJitter.ThresholdsNs.Select(Above), "lost %"]);
        foreach (CoreJitter one in jitter.Where(one => one.Fault is null))
        {
            table.Add(
            [
                Number(one.Core),
                PlainText.Of(one.Watched.TotalMilliseconds),
                PlainText.Of(one.Gaps.ValueAtPercentile(50)),
                PlainText.Of(one.Gaps.ValueAtPercentile(99.99)),
                PlainText.Of(one.Gaps.Max),
                .. CoreJitter.ThresholdsNs.Select(ns => PlainText.Of(one.CountAbove(ns))),
                one.LostPercent().ToString("0.000", CultureInfo.InvariantCulture),
            ]);
        }

        console.Table(table);
        PrintLines(console, jitter.Where(one => one.Fault is not null).Select(one => $"core {one.Core}: {one.Fault}"));
        PrintLines(console, jitter.Where(one => one.Fault is null && one.Priority != OsResult.AppliedText)
            .Select(one => $"not at real-time priority, so other processes show too: {one.Priority}").Distinct());
    }

    private static string Above(long ns) => ns < 1_000_000 ? $"> {ns / 1_000} µs" : $"> {ns / 1_000_000} ms";

    private static void PrintRoundTrips(CommandConsole console, IReadOnlyList<LineRoundTrip> roundTrips)
    {
        LineRoundTrip[] measured = [.. roundTrips.Where(one => one.Fault is null)];
        if (measured.Length > 0)
        {
            console.Line("");
            console.Line("round trips of a cache line between two cores");
            console.Table(ByDistance(measured));
        }

        if (measured.Length is > 1 and <= ShownPairs)
        {
            console.Line("");
            console.Table(ByPair(measured));
        }

        PrintLines(console, roundTrips.Where(one => one.Fault is not null).Select(one => $"cores {one.First} and {one.Second}: {one.Fault}"));
    }

    private static TableView ByDistance(IReadOnlyList<LineRoundTrip> measured)
    {
        TableView table = new(["cores share", "pairs", "best ns", "median ns", "worst median ns"]);
        foreach (IGrouping<CoreDistance, LineRoundTrip> group in measured.GroupBy(one => one.Distance).OrderBy(group => group.Key))
        {
            double[] medians = [.. group.Select(one => one.MedianNs).Order()];
            table.Add(SettingNames.Of(group.Key), PlainText.Of(group.Count()), Ns(group.Min(one => one.BestNs)), Ns(medians[medians.Length / 2]), Ns(medians[^1]));
        }

        return table;
    }

    private static TableView ByPair(IReadOnlyList<LineRoundTrip> measured)
    {
        TableView table = new(["cores", "share", "best ns", "median ns"], 1);
        foreach (LineRoundTrip one in measured)
        {
            table.Add($"{one.First} {one.Second}", SettingNames.Of(one.Distance), Ns(one.BestNs), Ns(one.MedianNs));
        }

        return table;
    }

    private static void PrintLines(CommandConsole console, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            console.Line(line);
        }
    }

    private static string Ns(double ns) => ns.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
