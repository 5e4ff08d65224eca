using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Itch;
using LowLatency.Benchmarks.Matching;
using LowLatency.Benchmarks.Orders;
using LowLatency.Benchmarks.Recording;

switch (args.FirstOrDefault())
{
    case "match":
        return MatchRounds.Run(args[1..]);
    case "itch-decode" or "itch-books":
        return ItchBenchmark.Run(args);
    case "recording-read" or "session-generate" or "binance-import":
        return RecordingBenchmark.Run(args);
    case "order-inline":
        OrderInline.Measure(601, 20_000);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
