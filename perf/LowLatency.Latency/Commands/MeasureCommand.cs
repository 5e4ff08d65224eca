using LowLatency.Latency.Machine;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Reports;
using LowLatency.Primitives.Threading;

namespace LowLatency.Latency.Commands;

/// <summary>Measures rows and writes what came out.</summary>
internal static class MeasureCommand
{
    public static int Run(MeasureOptions options, TextWriter output, TextWriter error)
    {
        Benchmark[] chosen = Choose(options.Only);
        DataFile? data = options.Data is null ? null : DataFile.Detect(options.Data);
        if (data is not null && !chosen.Any(one => (one.Data & data.Kind) != 0))
        {
            throw new UsageException($"data={data.Path} is of kind {data.Kind}, which none of the chosen rows takes");
        }

        RequireWritable(options.Json);
        RequireWritable(options.Html);
        int[] cores = MeasuringCores.Choose(CpuAffinity.AllowedCores());
        using CorePair pair = new(cores);
        MachineInfo machine = MachineInfo.Read(pair, cores);
        Session session = new(Registry.Create, pair, options.Rounds, data) { Progress = TextReport.ProgressTo(error) };
        Report report = new(machine, session.Measure([.. chosen.Select(one => one.Name)])) { Rounds = options.Rounds };
        report = report with { Machine = machine.AtEnd(pair) };
        TextReport.Write(report, output);
        if (options.Json is not null)
        {
            JsonReport.Write(report, options.Json);
        }

        if (options.Html is not null)
        {
            HtmlReport.Write(report, options.Html);
        }

        return ExitCode.Ok;
    }

    private static Benchmark[] Choose(string? only)
    {
        Benchmark[] all = Registry.Create();
        if (only is null)
        {
            return all;
        }

        string[] names = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] unknown = [.. names.Where(name => !all.Any(one => one.Name == name))];
        if (names.Length == 0 || unknown.Length > 0)
        {
            throw new UsageException($"--only={only}: {(names.Length == 0 ? "names no row" : $"unknown are {string.Join(", ", unknown)}")}; --list shows the names");
        }

        return [.. all.Where(one => names.Contains(one.Name))];
    }

    /// <summary>Found out before the measuring, not after.</summary>
    private static void RequireWritable(string? path)
    {
        if (path is not null)
        {
            File.OpenWrite(path).Dispose();
        }
    }
}
