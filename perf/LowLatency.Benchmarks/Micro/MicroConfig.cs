using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LowLatency.Benchmarks.Micro;

/// <summary>Runs in this process: BenchmarkDotNet 0.14 does not know this runtime's moniker, and its generated projects would not meet the repository's rules.</summary>
internal static class MicroConfig
{
    public static IConfig Create() => ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator());
}
