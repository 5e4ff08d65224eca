using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Orders;

if (args is ["order-inline", ..])
{
    OrderInline.Measure(9, 1_000_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
