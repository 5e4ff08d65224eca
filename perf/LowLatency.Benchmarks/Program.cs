using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Allocations;
using LowLatency.Benchmarks.Micro;

if (args.FirstOrDefault() == "allocations")
{
    return AllocationVerb.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(AllocationVerb).Assembly).Run(args, MicroConfig.Create());
return 0;
