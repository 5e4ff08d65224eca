using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching.Reports;

/// <summary>A sink that writes <see cref="MatchReport"/> records into stretches of memory that a drain gives, and hands each over when it is full or flushed.</summary>
/// <typeparam name="TDrain">Where they go.</typeparam>
/// <remarks>Set <see cref="Sequence"/> before each request. Pass by reference; one thread. Stretches lie in native or pinned memory, best on a multiple of 64 bytes.</remarks>
public unsafe struct ReportBuffer<TDrain> : IMatchSink
    where TDrain : struct, IMatchReportDrain
{
    private MatchReport* _start;
    private MatchReport* _next;
    private MatchReport* _end;
    private TDrain _drain;

    /// <summary>Asks the drain for its first stretch.</summary>
    public ReportBuffer(TDrain drain)
    {
        _drain = drain;
        Flush();
    }

    /// <summary>The number that the reports to come will carry.</summary>
    public long Sequence { get; set; }

    /// <summary>Hands over what is in the buffer.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Flush()
    {
        Span<MatchReport> stretch = _drain.Exchange(new(_start, (int)(_next - _start)));
        _start = _next = (MatchReport*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(stretch));
        _end = _start + stretch.Length;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnAccepted(uint id, int owner, Side side, long price, long quantity) =>
        Write(MatchReportKind.Accepted, id, owner, side, price, quantity, reason: 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnTrade(in RestingOrder maker, uint takerId, int takerOwner, long quantity, long takerLeaves)
    {
        MatchReport* report = Claim();
        report->Sequence = Sequence;
        report->OrderId = takerId;
        report->MakerId = maker.Id;
        report->Price = maker.Price;
        report->Quantity = quantity;
        report->Leaves = takerLeaves;
        report->MakerLeaves = maker.Quantity;
        report->Owner = takerOwner;
        report->Kind = MatchReportKind.Trade;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnCanceled(uint id, int owner, Side side, long price, long quantity, CancelReason reason) =>
        Write(MatchReportKind.Canceled, id, owner, side, price, quantity, (byte)reason);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnReplaced(uint id, int owner, Side side, long price, long quantity, bool keepsPriority) =>
        Write(MatchReportKind.Replaced, id, owner, side, price, quantity, reason: 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnRejected(MatchRequest request, uint id, MatchRejectReason reason) => OnRejectedWide(request, id, reason);

    /// <summary>Refuses a request whose id is wider than the book's.</summary>
    internal void OnRejectedWide(MatchRequest request, ulong id, MatchRejectReason reason)
    {
        MatchReportKind kind = request switch
        {
            MatchRequest.New => MatchReportKind.NewRejected,
            MatchRequest.Cancel => MatchReportKind.CancelRejected,
            _ => MatchReportKind.ReplaceRejected,
        };
        Write(kind, id, 0, Side.None, 0, 0, (byte)reason);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(MatchReportKind kind, ulong id, int owner, Side side, long price, long quantity, byte reason)
    {
        MatchReport* report = Claim();
        report->Sequence = Sequence;
        report->OrderId = id;
        report->Price = price;
        report->Quantity = quantity;
        report->Tail = (uint)owner | ((ulong)kind << 32) | ((ulong)side << 40) | ((ulong)reason << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MatchReport* Claim()
    {
        if (_next == _end)
        {
            Flush();
        }

        return _next++;
    }
}
