using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Itch;

if (args is ["itch-decode" or "itch-books", ..])
{
    return ItchBenchmark.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
