using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Matching;

switch (args.FirstOrDefault())
{
    case "match":
        return MatchRounds.Run(args[1..]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
