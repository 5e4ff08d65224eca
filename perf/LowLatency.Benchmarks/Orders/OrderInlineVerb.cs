using LowLatency.Benchmarks.Measuring;

namespace LowLatency.Benchmarks.Orders;

/// <summary>The verb <c>order-inline</c>: one order with its ack and its fill, inline, in nanoseconds; fails if a byte was allocated.</summary>
internal static class OrderInlineVerb
{
    private const int RoundCount = 601;

    public static int Run()
    {
        using OrderInlineWorkload workload = new();
        Measurement measured = Rounds.Measure(RoundCount, workload)[0];
        Console.WriteLine(measured.AsTime());
        Console.WriteLine($"real-time priority in bursts: {Rounds.Priority}");
        return measured.AllocatedBytes == 0 ? 0 : 1;
    }
}
