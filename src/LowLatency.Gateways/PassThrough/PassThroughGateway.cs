using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Gateways.PassThrough;

/// <summary>
/// A venue that takes every order and fills it whole at once: a limit order at its price, a market order at the last opposite best. Lives on the engine's
/// thread. For measuring the engine alone and for wiring tests; it says nothing about markets.
/// </summary>
/// <remarks>Orders never rest here, so a cancel or replacement always comes too late. Fills count as having removed liquidity, those of post-only orders as having added it.</remarks>
public struct PassThroughGateway : ITwoThreadVenueGateway
{
    private readonly SpscRing<EngineEvent> _reports;
    private ulong _number;

    /// <summary>Takes a ring of its own for its reports; each order needs two slots. The caller frees it after the engine has stopped.</summary>
    public PassThroughGateway(SpscRing<EngineEvent> reports) => _reports = reports;

    /// <inheritdoc/>
    public readonly bool IsQuiet => _reports.ConsumedSequence == _reports.PublishedSequence;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason NewOrder(ref readonly EngineEvent order)
    {
        if (_reports.TryClaim(2) < 2)
        {
            return RejectReason.GatewayRefused;
        }

        _number++;
        Price price = order.OrderType == OrderType.Market ? order.ReferencePrice : order.Price;
        Liquidity liquidity = order.ExecInst == ExecInst.PostOnly ? Liquidity.Added : Liquidity.Removed;
        long timeNs = order.TimeNs;
        VenueReportPort.Write(ref _reports.Claimed(0), order.Handle, ExecType.New, Liquidity.None, RejectReason.None, false, _number, default, default, timeNs, timeNs);
        VenueReportPort.Write(ref _reports.Claimed(1), order.Handle, ExecType.Trade, liquidity, RejectReason.None, false, _number, price, order.Quantity, timeNs, timeNs);
        _reports.Publish(2);
        return RejectReason.None;
    }

    /// <inheritdoc/>
    public readonly RejectReason NewOrder(ref readonly EngineEvent order, in OrderTerms terms) => RejectReason.GatewayRefused;

    /// <inheritdoc/>
    public readonly RejectReason Cancel(ref readonly EngineEvent cancel) => TooLate(in cancel, false);

    /// <inheritdoc/>
    public readonly RejectReason Replace(ref readonly EngineEvent replace) => TooLate(in replace, true);

    /// <inheritdoc/>
    public readonly int Available => _reports.Available;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref EngineEvent Seen(int index) => ref _reports.Seen(index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Release(int count) => _reports.Release(count);

    private readonly RejectReason TooLate(ref readonly EngineEvent request, bool answersReplace)
    {
        ref EngineEvent slot = ref _reports.TryClaim();
        if (Unsafe.IsNullRef(ref slot))
        {
            return RejectReason.GatewayRefused;
        }

        VenueReport report = new()
        {
            Handle = OrderHandle.Unpack(request.Handle),
            TransactTimeNs = request.TimeNs,
            ExecType = ExecType.CancelReject,
            Reason = RejectReason.VenueTooLate,
            AnswersReplace = answersReplace,
        };
        VenueReportPort.Write(ref slot, in report, request.TimeNs);
        _reports.Publish();
        return RejectReason.None;
    }
}
