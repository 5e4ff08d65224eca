using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Messaging;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Markets.Matching.Reports;

/// <summary>What another thread takes off the ring is what the same flow reports without one.</summary>
public sealed class RingDrainTests
{
    private static readonly string Folder = Path.Combine("data", "matching", "small");

    [SharedTheory("data/matching/small")]
    [InlineData(128, false)]
    [InlineData(256, true)]
    [InlineData(4096, true)]
    public void The_other_thread_gets_every_report_in_order(int capacity, bool prefetch)
    {
        foreach (string path in Directory.GetFiles(SharedData.PathOf(Folder), "*.bin.gz"))
        {
            using OrderFlowFile file = OrderFlowFile.Load(path);
            using OrderFlowRunner runner = new(file);
            OrderFlowResult expected = runner.Run();
            using SpscRing<MatchReport> ring = new(capacity);
            using MatchReportWriter text = new();
            for (int pass = 0; pass < 2; pass++)
            {
                Thread drain = new(() => Drain(ring, text, expected.Reports));
                drain.Start();
                runner.Publish(ring, prefetch);
                drain.Join();
                Assert.Equal((path, expected.Sha256), (path, text.Finish()));
            }
        }
    }

    [Fact]
    public void A_ring_smaller_than_a_batch_is_refused()
    {
        using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(new byte[16]));
        using OrderFlowRunner runner = new(file);
        using SpscRing<MatchReport> ring = new(RingDrain.BatchSize / 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.Publish(ring));
    }

    private static void Drain(SpscRing<MatchReport> ring, MatchReportWriter text, long reports)
    {
        while (reports > 0)
        {
            ref MatchReport report = ref ring.Peek();
            if (Unsafe.IsNullRef(ref report))
            {
                Thread.Yield();
                continue;
            }

            text.Write(MemoryMarshal.CreateReadOnlySpan(ref report, 1));
            ring.Release();
            reports--;
        }
    }
}
