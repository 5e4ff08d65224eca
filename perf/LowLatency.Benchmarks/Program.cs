using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Allocations;
using LowLatency.Benchmarks.Micro;
using LowLatency.Benchmarks.Runtime;

switch (args.FirstOrDefault())
{
    case "allocations":
        return AllocationVerb.Run();
    case "runtime":
        return RuntimeVerb.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AllocationVerb).Assembly).Run(args, MicroConfig.Create());
        return 0;
}
