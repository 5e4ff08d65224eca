using LowLatency.Benchmarks.Measuring;
using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Itch;

/// <summary>The verbs <c>itch-decode</c> and <c>itch-books</c>, each with <c>--symbols N</c>, <c>--messages N</c> and <c>--rounds N</c>.</summary>
internal static class ItchVerb
{
    public static int Run(string[] args)
    {
        int symbols = Options.Number(args, "--symbols", 100);
        ItchDay day = ItchDay.Generate(symbols, Options.Number(args, "--messages", 5_000_000));
        Console.WriteLine($"{args[0]}: {day.Messages:N0} messages, {symbols:N0} symbols, {day.Bytes.Length:N0} bytes, {day.LiveOrders:N0} orders at the end");
        using Workload workload = args[0] == "itch-decode" ? new ItchDecodeWorkload(day) : new ItchBooksWorkload("itch-books", day);
        Console.WriteLine(Rounds.Measure(Options.Number(args, "--rounds", 11), workload)[0].AsRate());
        Console.WriteLine($"real-time priority in bursts: {Rounds.Priority}");
        return 0;
    }
}
