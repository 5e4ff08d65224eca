using System.Globalization;
using LowLatency.Latency.Machine;
using LowLatency.Latency.Measuring;
using Spectre.Console;

namespace LowLatency.Latency.Reports;

/// <summary>The results for people: a table with rules and colours on a terminal, plain aligned text elsewhere.</summary>
internal static class TextReport
{
    private static readonly string[] Columns = ["row", "median", "min", "max", "p50", "p99", "p99.9", "p99.99", "max ns", "batch", "place", "bytes", "ratio to", "goals"];

    /// <summary>Shows what is being done on one changing line of a terminal; nothing elsewhere.</summary>
    public static Action<string> ProgressTo(TextWriter error)
    {
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
        {
            return static _ => { };
        }

        return text => error.Write($"\r\e[K{text}\r");
    }

    public static void Write(Report report, TextWriter output)
    {
        MachineLines(report).ToList().ForEach(output.WriteLine);
        List<string[]> cells = [.. report.Rows.Where(row => row.Skipped is null).Select(Cells)];
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            Table table = new() { Border = TableBorder.Rounded };
            Array.ForEach(Columns, column => table.AddColumn(new TableColumn(column) { Alignment = column is "row" or "place" or "ratio to" or "goals" ? Justify.Left : Justify.Right }));
            cells.ForEach(row => table.AddRow(row.Select(cell => new Text(cell))));
            AnsiConsole.Console.Write(table);
        }
        else
        {
            WritePlain(cells, output);
        }

        Notes(report).ToList().ForEach(output.WriteLine);
    }

    private static IEnumerable<string> MachineLines(Report report)
    {
        MachineInfo machine = report.Machine;
        yield return $"{machine.Processor}{(machine.Hypervisor ? ", virtual" : "")}; {machine.Caches}; {machine.Kernel}; {machine.Runtime}";
        yield return $"cores {machine.Cores}, allowed {string.Join(',', machine.AllowedCores)}, measured on {string.Join(',', machine.MeasuredCores)}; clock {machine.ClockSource}; huge pages {machine.HugePages}; load {machine.LoadAverage} to {machine.LoadAverageAtEnd}";
        yield return $"pinning {machine.Pinned}; real-time priority in bursts {machine.RealTimePriority ?? "not asked for"}; {report.Rounds} rounds";
    }

    private static void WritePlain(List<string[]> cells, TextWriter output)
    {
        List<string[]> lines = [Columns, .. cells];
        int[] widths = [.. Columns.Select((_, i) => lines.Max(line => line[i].Length))];
        foreach (string[] line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((cell, i) => Columns[i] is "row" or "place" or "ratio to" or "goals" ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }
    }

    private static string[] Cells(Row row) =>
    [
        row.Name,
        Value(row, row.Median),
        Value(row, row.Min),
        Value(row, row.Max),
        Ns(row.Percentile(50)),
        Ns(row.Percentile(99)),
        Ns(row.Percentile(99.9)),
        Ns(row.Percentile(99.99)),
        Ns(row.Percentile(100)),
        row.AverageBatch is { } batch ? batch.ToString("#,0.#", CultureInfo.InvariantCulture) : "",
        row.Placement?.ToString().ToLowerInvariant() ?? "",
        (row.AllocatedBytes.First + row.AllocatedBytes.Second).ToString("N0", CultureInfo.InvariantCulture),
        row.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} × {row.Reference}") : "",
        row.Goals.Count == 0 ? "" : row.GoalsMet switch { true => "met", false => $"missed: {Missed(row)}", null => "not judged" },
    ];

    private static string Missed(Row row) => string.Join(", ", row.Goals.Where(goal => goal.IsMet(row.Value(goal.Of)) == false));

    private static string Value(Row row, double? value) => value is not { } known ? "" : row.Figure == Figure.Rate
        ? string.Create(CultureInfo.InvariantCulture, $"{known / 1e6:#,0.0} M/s")
        : string.Create(CultureInfo.InvariantCulture, $"{known:#,0.0} ns");

    private static string Ns(double? value) => value is { } known ? known.ToString("#,0", CultureInfo.InvariantCulture) : "";

    private static IEnumerable<string> Notes(Report report)
    {
        foreach (Row row in report.Rows)
        {
            if (row.Skipped is not null)
            {
                yield return $"{row.Name}: skipped: {row.Skipped}";
                continue;
            }

            if (row.Note is not null)
            {
                yield return $"{row.Name}: {row.Note}";
            }

            if (JsonFarSamples.Of(row) is { } far)
            {
                yield return $"{row.Name}: {far.Rounds.Count} rounds with the cores far apart, not judged: median {Value(row, far.Median)}";
            }
            else if (row.Placement == Placement.Far)
            {
                yield return $"{row.Name}: the cores were far apart in every round: not judged";
            }

            int preempted = row.Samples.Count(sample => sample.WasPreempted);
            int cut = row.Samples.Sum(sample => sample.BurstsCut);
            if (preempted > 0 || cut > 0)
            {
                yield return $"{row.Name}: preempted in {preempted} of {row.Samples.Count} rounds; {cut} bursts reached the limit of {CorePair.LongestBurstMs} ms";
            }
        }
    }
}
