using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Allocations;
using LowLatency.Benchmarks.Gate;
using LowLatency.Benchmarks.Itch;
using LowLatency.Benchmarks.Matching;
using LowLatency.Benchmarks.Micro;
using LowLatency.Benchmarks.Orders;
using LowLatency.Benchmarks.Recording;
using LowLatency.Benchmarks.Replay;
using LowLatency.Benchmarks.Runtime;

switch (args.FirstOrDefault())
{
    case "allocations":
        return AllocationVerb.Run();
    case "gate":
        return GateVerb.Run(args[1..]);
    case "match":
        return MatchVerb.Run(args[1..]);
    case "itch-decode" or "itch-books":
        return ItchVerb.Run(args);
    case "recording-read" or "session-generate" or "binance-import":
        return RecordingVerb.Run(args);
    case "order-inline":
        return OrderInlineVerb.Run();
    case "runtime":
        return RuntimeVerb.Run();
    case "replay":
        return ReplayVerb.Run(args);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, MicroConfig.Create());
        return 0;
}
