using LowLatency.Benchmarks.Measuring;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;

namespace LowLatency.Benchmarks.Replay;

/// <summary>The verb <c>replay</c> with <c>--events N</c>, <c>--quoted N</c> and <c>--rounds N</c>: the generated session, by order and by level, with the quoting strategy.</summary>
internal static class ReplayVerb
{
    public static int Run(string[] args)
    {
        SessionOptions options = new() { Events = Options.Number(args, "--events", (int)new SessionOptions().Events) };
        int quoted = Options.Number(args, "--quoted", options.Instruments.Count);
        using ReplayRecording byOrder = Sessions.ByOrder(options);
        using ReplayRecording byLevel = Sessions.ByLevel(options);
        First("replay L3", byOrder, byOrder: true, quoted);
        First("replay L2", byLevel, byOrder: false, quoted);
        using ReplayWorkload orders = new("replay L3", byOrder, byOrder: true, quoted);
        using ReplayWorkload levels = new("replay L2", byLevel, byOrder: false, quoted);
        Measurement[] measured = Rounds.Measure(Options.Number(args, "--rounds", 15), orders, levels);
        Print(measured[0], orders.Summary!);
        Print(measured[1], levels.Summary!);
        Console.WriteLine($"real-time priority in bursts: {Rounds.Priority}");
        return 0;
    }

    /// <summary>What a command that replays once shows: much of the code is compiled, and replaced by better, on the way.</summary>
    private static void First(string name, ReplayRecording recording, bool byOrder, int quoted)
    {
        using ReplayBench bench = new(recording, byOrder, quoted);
        ReplaySummary summary = bench.Run();
        Console.WriteLine($"{name}: first run of the process, M market events/s: {summary.MarketEvents / summary.Elapsed.TotalMicroseconds:F1}");
    }

    private static void Print(Measurement measured, ReplaySummary summary) =>
        Console.WriteLine($"{measured.AsRate()} ({summary.MarketEvents:N0} events, orders={summary.Orders} replaces={summary.Replaces} fills={summary.Fills} rejects={summary.Rejects.Values.Sum()} allocatedBytes={summary.AllocatedBytes})");
}
