using System.Runtime.InteropServices;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Markets.Matching.Reports;

/// <summary>Publishes reports to a ring that another thread drains, in batches of at most <see cref="BatchSize"/>; waits, spinning, while the ring has no room for a batch.</summary>
/// <remarks>Each publishing takes the cursor's line away from the reader, so a batch is large; whoever wants reports sooner flushes the buffer.</remarks>
/// <param name="ring">The book's thread is its producer; at least <see cref="BatchSize"/> slots.</param>
public readonly unsafe struct RingDrain(SpscRing<MatchReport> ring) : IMatchReportDrain
{
    /// <summary>Reports of a full batch.</summary>
    public const int BatchSize = 128;

    /// <inheritdoc/>
    public Span<MatchReport> Exchange(ReadOnlySpan<MatchReport> written)
    {
        ring.Publish(written.Length);
        while (!ring.HasFree(BatchSize))
        {
            Thread.SpinWait(1);
        }

        // A flush leaves the ring at any slot; the next batch ends where batches end, and so never goes round the ring's end.
        int untilBoundary = BatchSize - (int)(ring.PublishedSequence & (BatchSize - 1));
        return MemoryMarshal.CreateSpan(ref ring.Claimed(0), untilBoundary);
    }
}
