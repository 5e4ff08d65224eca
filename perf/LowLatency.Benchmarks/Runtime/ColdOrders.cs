using System.Diagnostics;
using LowLatency.Latency.Orders;

namespace LowLatency.Benchmarks.Runtime;

/// <summary>The first orders of a process: what they cost while their code is compiled.</summary>
internal static class ColdOrders
{
    private static readonly int[] Segments = [1, 9, 90, 900, 9_000, 90_000, 400_000, 500_000];

    /// <summary>A line a segment: which orders, and ns an order in the mean.</summary>
    public static IEnumerable<string> Run()
    {
        using OrderInline orders = new();
        int done = 0;
        foreach (int count in Segments)
        {
            long started = Stopwatch.GetTimestamp();
            long filled = orders.Run(count);
            double ns = Stopwatch.GetElapsedTime(started).TotalNanoseconds / count;
            if (filled != (long)count * OrderInline.UnitsPerOrder)
            {
                throw new InvalidOperationException($"filled={filled} after {count} orders must be {(long)count * OrderInline.UnitsPerOrder}");
            }

            yield return $"orders {done + 1,7:N0} to {done + count,9:N0}: {ns,12:N0} ns each";
            done += count;
        }
    }
}
