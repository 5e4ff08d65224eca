using LowLatency.Latency.Commands;
using LowLatency.Latency.Disassembly;
using LowLatency.Latency.Machine;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Reports;
using LowLatency.Primitives.Threading;

namespace LowLatency.Latency.Gate;

/// <summary><c>gate [--update]</c>: fails when something has become much slower or allocates, or writes the baseline anew.</summary>
internal static class GateCommand
{
    private const int Rounds = 9;
    private const int Attempts = 3;

    public static int Run(bool isUpdate, TextWriter output, TextWriter error)
    {
        string path = GateBaseline.Find();
        GateBaseline baseline = isUpdate && !File.Exists(path) ? GateBaseline.Empty : GateBaseline.Read(path);
        string processor = MachineInfo.ProcessorModel;
        int[] cores = MeasuringCores.Choose(CpuAffinity.AllowedCores());
        using CorePair pair = new(cores);
        IReadOnlyList<Row> Measure(IReadOnlyCollection<string> names) =>
            new Session(GateRows.Create, pair, Rounds, null) { Progress = TextReport.ProgressTo(error) }.Measure(names);

        output.WriteLine($"processor {processor}{(baseline.Processors.Contains(processor) ? "" : ", which the baseline does not know")}");
        Dictionary<string, (Row Row, GateRow? Best)> now = [];
        Take(Measure(GateRows.Judged), now);
        if (isUpdate)
        {
            return Update(baseline, path, processor, now, output);
        }

        bool isClean = DisassemblyCommand.Run(isUpdate: false, output) == ExitCode.Ok;
        GateJudge judge = new(baseline, processor);
        for (int attempt = 2; attempt <= Attempts; attempt++)
        {
            string[] failed = [.. now.Values.Where(one => judge.Judge(one.Row, one.Best).Any(verdict => verdict.Passed == false)).Select(one => one.Row.Name)];
            if (failed.Length == 0)
            {
                break;
            }

            output.WriteLine($"again (attempt {attempt} of {Attempts}): {string.Join(", ", failed)}");
            Take(Measure(failed), now);
        }

        int measured = Conclude([.. now.Values.SelectMany(one => judge.Judge(one.Row, one.Best))], pair, output);
        return isClean ? measured : ExitCode.Failed;
    }

    private static void Take(IReadOnlyList<Row> rows, Dictionary<string, (Row Row, GateRow? Best)> now)
    {
        foreach (Row row in rows.Where(row => row.Reference is not null))
        {
            GateRow? before = now.GetValueOrDefault(row.Name).Best;
            now[row.Name] = (row, GateRow.Of(row)?.Best(before) ?? before);
        }
    }

    private static int Update(GateBaseline baseline, string path, string processor, Dictionary<string, (Row Row, GateRow? Best)> now, TextWriter output)
    {
        string[] missing = [.. now.Values.Where(one => one.Best is null).Select(one => one.Row.Name)];
        if (missing.Length > 0)
        {
            throw new UsageException($"baseline not written: {string.Join(", ", missing)} could not be measured here");
        }

        baseline.Update(processor, now.ToDictionary(one => one.Key, one => one.Value.Best!));
        baseline.Write(path);
        output.WriteLine($"baseline written: {path}");
        return ExitCode.Ok;
    }

    private static int Conclude(GateVerdict[] verdicts, CorePair pair, TextWriter output)
    {
        Array.ForEach(verdicts, verdict => output.WriteLine(verdict));
        string[] failed = [.. verdicts.Where(verdict => verdict.Passed == false).Select(verdict => verdict.Name).Distinct()];
        output.WriteLine($"real-time priority in bursts: {pair.RealTime}");
        output.WriteLine(failed.Length == 0 ? "gate: passed" : $"gate FAILED: {string.Join(", ", failed)}");
        return failed.Length == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
