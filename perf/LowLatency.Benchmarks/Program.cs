using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Itch;
using LowLatency.Benchmarks.Recording;

if (args is ["itch-decode" or "itch-books", ..])
{
    return ItchBenchmark.Run(args);
}

if (args is ["recording-read" or "session-generate" or "binance-import", ..])
{
    return RecordingBenchmark.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
