using BenchmarkDotNet.Running;
using LowLatency.Benchmarks.Orders;

if (args is ["order-inline", ..])
{
    OrderInline.Measure(601, 20_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
