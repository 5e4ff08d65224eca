using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>Runs an order flow through a <see cref="MatchingBook"/> under <see cref="ReinsertModifyPolicy"/>, from an empty book each time.</summary>
/// <remarks>
/// <see cref="Run"/> gives the reports as text and their hash; <see cref="Time"/> measures a pass in which nothing but matching happens. Both run the same code, but for where full report buffers go.
/// A modify keeps the side of its order; side and price of a cancel are not looked at. A new order under an open id is refused (report 6).
/// </remarks>
public sealed unsafe class OrderFlowRunner : IDisposable
{
    private const int LargestDenseId = 1 << 26;
    private const int ReportCapacity = 256;
    private const int PrefetchDistance = 8;

    private readonly OrderFlowFile _file;
    private readonly MatchingBook _book;
    private bool _prefetch;
    private readonly NativeBlock _reports = new(ReportCapacity * sizeof(MatchReport));

    /// <summary>Takes a book large enough for the file: as many orders as it enters, ids to its largest one (above 2^26 new orders are refused).</summary>
    public OrderFlowRunner(OrderFlowFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _book = new(new(
            (int)Math.Clamp(file.LargestOrderId, 1, LargestDenseId),
            (int)Math.Clamp(file.NewCount, 1, MatchingBookLimits.LargestOrderCount),
            FarCapacity: 1 << 16));
    }

    /// <summary>Matches the whole flow and hashes its report stream.</summary>
    /// <param name="output">Gets the stream as text, if given.</param>
    public OrderFlowResult Run(Stream? output = null)
    {
        using MatchReportWriter stream = new(output);
        ReportBuffer<StreamDrain> sink = new(new((MatchReport*)_reports.Pointer, ReportCapacity, stream));
        _book.Clear();
        RunAll(ref sink);
        string hash = stream.Finish();
        long[] kinds = [.. Enum.GetValues<MatchReportKind>().Select(stream.CountOf)];
        long[] reasons = [.. Enum.GetValues<MatchRejectReason>().Select(stream.CountOf)];
        return new(_file.Count, kinds.Sum(), kinds[(int)MatchReportKind.Trade], kinds, reasons, _book.Count, hash);
    }

    /// <summary>Matches the whole flow once, timed. The first few passes are slower, since the runtime is still compiling.</summary>
    /// <param name="prefetch">True to ask for what the eighth message ahead will touch: honest only where so many wait already.</param>
    public OrderFlowTiming Time(bool prefetch = false)
    {
        _prefetch = prefetch;
        long reports = 0;
        ReportBuffer<NoDrain> sink = new(new((MatchReport*)_reports.Pointer, ReportCapacity, &reports));
        _book.Clear();
        long start = Stopwatch.GetTimestamp();
        RunAll(ref sink);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        _prefetch = false;
        return new(_file.Count, reports, elapsed);
    }

    /// <summary>Matches the whole flow once and publishes every report to a ring that another thread drains.</summary>
    /// <param name="ring">The calling thread is its producer.</param>
    /// <param name="prefetch">As of <see cref="Time"/>.</param>
    public void Publish(SpscRing<MatchReport> ring, bool prefetch = false)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentOutOfRangeException.ThrowIfLessThan(ring.Capacity, RingDrain.BatchSize);
        _prefetch = prefetch;
        ReportBuffer<RingDrain> sink = new(new(ring));
        _book.Clear();
        RunAll(ref sink);
        _prefetch = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _book.Dispose();
        _reports.Dispose();
    }

    private void RunAll<TDrain>(ref ReportBuffer<TDrain> sink)
        where TDrain : struct, IMatchReportDrain
    {
        const int turn = 4096;
        for (long from = 0; from < _file.Count; from += turn)
        {
            long to = Math.Min(from + turn, _file.Count);
            if (_file.IsWide)
            {
                Turn<WideOrderRecord, TDrain>(from, to, ref sink);
            }
            else
            {
                Turn<CompactOrderRecord, TDrain>(from, to, ref sink);
            }
        }

        sink.Flush();
    }

    /// <summary>A loop that is entered often, so that the runtime gets to optimise it.</summary>
    private void Turn<TRecord, TDrain>(long from, long to, ref ReportBuffer<TDrain> sink)
        where TRecord : unmanaged, IOrderFlowRecord
        where TDrain : struct, IMatchReportDrain
    {
        MatchingBook book = _book;
        bool prefetch = _prefetch;
        TRecord* records = _file.Records<TRecord>();
        for (long i = from; i < to; i++)
        {
            TRecord* record = records + i;
            if (prefetch && i + PrefetchDistance < to)
            {
                book.Prefetch((uint)record[PrefetchDistance].OrderId);
            }

            sink.Sequence = i;
            if (record->OrderId > uint.MaxValue)
            {
                RejectWide(record->Type, record->OrderId, ref sink);
                continue;
            }

            uint id = (uint)record->OrderId;
            switch (record->Type)
            {
                case 0:
                    book.EnterLimit(id, record->Side << 31, record->PriceTicks, record->Quantity, record->ImmediateOrCancel != 0, ref sink);
                    break;
                case 1:
                    book.Cancel(id, ref sink);
                    break;
                case 2:
                    book.Replace<ReinsertModifyPolicy, ReportBuffer<TDrain>>(id, record->PriceTicks, record->Quantity, ref sink);
                    break;
                default:
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RejectWide<TDrain>(byte type, ulong id, ref ReportBuffer<TDrain> sink)
        where TDrain : struct, IMatchReportDrain
    {
        if (type <= (byte)MatchRequest.Replace)
        {
            sink.OnRejectedWide((MatchRequest)type, id, type == 0 ? MatchRejectReason.OrderIdOutOfRange : MatchRejectReason.UnknownOrderId);
        }
    }
}
