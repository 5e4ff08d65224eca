using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Engine.Ports;

/// <summary>A strategy's two rings: requests to the engine, reports from it. One thread, the strategy's.</summary>
/// <remarks>
/// Client order ids are the caller's to choose and must increase; <see cref="NextClOrdId"/> hands out the next. A request that meets
/// <see cref="SendResult.Backpressure"/> has used no id.
/// </remarks>
public sealed class StrategyPort
{
    private readonly SpscRing<EngineEvent> _inbox;
    private readonly SpscRing<ExecutionReport> _reports;
    private readonly Doorbell _doorbell;
    private ulong _lastClOrdId;

    internal StrategyPort(StrategyDefinition definition, SpscRing<EngineEvent> inbox, SpscRing<ExecutionReport> reports, Doorbell doorbell)
    {
        Id = definition.Id;
        Account = definition.Account;
        _inbox = inbox;
        _reports = reports;
        _doorbell = doorbell;
    }

    /// <summary>The strategy.</summary>
    public StrategyId Id { get; }

    /// <summary>The account it trades for.</summary>
    public AccountId Account { get; }

    /// <summary>One above the highest id sent so far.</summary>
    public ulong NextClOrdId => _lastClOrdId + 1;

    /// <summary>Reports waiting, all that have been published by now.</summary>
    public int ReportsAvailable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(_reports.PublishedSequence - _reports.ConsumedSequence);
    }

    /// <summary>Sends a new order (FIX NewOrderSingle).</summary>
    /// <param name="clOrdId">Above every id sent before.</param>
    /// <param name="timeNs">The strategy's time.</param>
    /// <param name="instrument">What.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="orderType">Market or limit.</param>
    /// <param name="timeInForce">Until when.</param>
    /// <param name="price">Limit price; zero for a market order.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="execInst">Instructions.</param>
    /// <param name="venue">Where; none for the instrument's first listing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SendResult NewOrder(
        ulong clOrdId,
        long timeNs,
        InstrumentId instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Price price,
        Quantity quantity,
        ExecInst execInst = ExecInst.None,
        VenueId venue = default)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        ulong head = EngineEvent.RequestHead(EngineEventKind.NewOrder, side, orderType, timeInForce, execInst, EngineEventFlags.None, Account);
        Write(ref e, head, EngineEvent.PlaceOf(instrument, Id, venue), clOrdId, timeNs, 0, price, quantity);
        return Publish(clOrdId);
    }

    /// <summary>Sends a new order with terms: of a stop, touched, trailing or pegged type, good till a date, partly displayed, or with a smallest quantity.</summary>
    /// <param name="clOrdId">Above every id sent before.</param>
    /// <param name="timeNs">The strategy's time.</param>
    /// <param name="instrument">What.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="orderType">Any type.</param>
    /// <param name="timeInForce">Until when.</param>
    /// <param name="price">Limit price of a type that carries one, else zero.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="terms">What the order needs besides; takes up to three more places of the inbox, which must be free.</param>
    /// <param name="execInst">Instructions.</param>
    /// <param name="venue">Where; none for the instrument's first listing.</param>
    public SendResult NewOrder(
        ulong clOrdId,
        long timeNs,
        InstrumentId instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Price price,
        Quantity quantity,
        in OrderTerms terms,
        ExecInst execInst = ExecInst.None,
        VenueId venue = default)
    {
        int written = WriteTerms(in terms, timeNs);
        if (written == 0)
        {
            return SendResult.Backpressure;
        }

        ulong head = EngineEvent.RequestHead(EngineEventKind.NewOrder, side, orderType, timeInForce, execInst, EngineEventFlags.HasTerms, Account);
        Write(ref _inbox.Claimed(written), head, EngineEvent.PlaceOf(instrument, Id, venue), clOrdId, timeNs, 0, price, quantity);
        return Publish(clOrdId, written + 1);
    }

    /// <summary>Gives a held order other terms, limit price and total quantity.</summary>
    public SendResult Replace(ulong clOrdId, long timeNs, OrderHandle order, Price price, Quantity quantity, in OrderTerms terms)
    {
        int written = WriteTerms(in terms, timeNs);
        if (written == 0)
        {
            return SendResult.Backpressure;
        }

        WriteChange(ref _inbox.Claimed(written), EngineEventKind.Replace, clOrdId, timeNs, order.Packed, EngineEventFlags.HasTerms, price, quantity);
        return Publish(clOrdId, written + 1);
    }

    /// <summary>Says that the strategy has lost its session, or its host hears nothing of it: the engine cancels its orders, held ones too. New ones pass.</summary>
    /// <param name="timeNs">The host's time.</param>
    /// <param name="keepsLasting">Whether orders that are good till canceled or till a date stay.</param>
    public SendResult Disconnect(long timeNs, bool keepsLasting = false)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = EngineEventKind.Disconnected;
        e.Strategy = Id;
        e.TimeNs = timeNs;
        e.Target = keepsLasting ? 1UL : 0;
        _inbox.Publish();
        _doorbell.Ring();
        return SendResult.Sent;
    }

    /// <summary>Cancels the order of a handle (FIX OrderCancelRequest).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SendResult Cancel(ulong clOrdId, long timeNs, OrderHandle order) =>
        Change(EngineEventKind.Cancel, clOrdId, timeNs, order.Packed, EngineEventFlags.None, default, default);

    /// <summary>Cancels the order of a client id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SendResult Cancel(ulong clOrdId, long timeNs, ulong origClOrdId) =>
        Change(EngineEventKind.Cancel, clOrdId, timeNs, origClOrdId, EngineEventFlags.TargetIsClOrdId, default, default);

    /// <summary>Gives the order of a handle a new price and a new total quantity, executed part included (FIX OrderCancelReplaceRequest).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SendResult Replace(ulong clOrdId, long timeNs, OrderHandle order, Price price, Quantity quantity) =>
        Change(EngineEventKind.Replace, clOrdId, timeNs, order.Packed, EngineEventFlags.None, price, quantity);

    /// <summary>As the form by handle, for the order of a client id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SendResult Replace(ulong clOrdId, long timeNs, ulong origClOrdId, Price price, Quantity quantity) =>
        Change(EngineEventKind.Replace, clOrdId, timeNs, origClOrdId, EngineEventFlags.TargetIsClOrdId, price, quantity);

    /// <summary>The next report, or one further on, or a null reference (<see cref="Unsafe.IsNullRef{T}(ref readonly T)"/>). Valid until <see cref="ReleaseReport"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ExecutionReport PeekReport(int offset = 0) => ref _reports.Peek(offset);

    /// <summary>A report known to be waiting.</summary>
    /// <param name="index">From 0, the oldest, to below <see cref="ReportsAvailable"/>; not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ExecutionReport Report(int index) => ref _reports.Seen(index);

    /// <summary>Gives the oldest reports back.</summary>
    /// <param name="count">Up to as many as have been read with <see cref="PeekReport"/> or <see cref="Report"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReleaseReport(int count = 1) => _reports.Release(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SendResult Change(EngineEventKind kind, ulong clOrdId, long timeNs, ulong target, EngineEventFlags flags, Price price, Quantity quantity)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        WriteChange(ref e, kind, clOrdId, timeNs, target, flags, price, quantity);
        return Publish(clOrdId);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteChange(ref EngineEvent e, EngineEventKind kind, ulong clOrdId, long timeNs, ulong target, EngineEventFlags flags, Price price, Quantity quantity)
    {
        ulong head = EngineEvent.RequestHead(kind, Side.None, OrderType.None, default, ExecInst.None, flags, Account);
        Write(ref e, head, EngineEvent.PlaceOf(default, Id, default), clOrdId, timeNs, target, price, quantity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ref EngineEvent e, ulong head, ulong place, ulong clOrdId, long timeNs, ulong target, Price price, Quantity quantity)
    {
        e.Head = head;
        e.Place = place;
        e.TimeNs = timeNs;
        e.Price = price;
        e.Quantity = quantity;
        e.ClOrdId = clOrdId;
        e.Target = target;
    }

    /// <summary>Writes the terms in front of their request, each part that says something; one at least.</summary>
    /// <returns>How many slots they took; 0 where there is no room for them and the request.</returns>
    private int WriteTerms(in OrderTerms terms, long timeNs)
    {
        bool executes = terms.ExpireTimeNs != 0 || terms.DisplayQuantity.Raw != 0 || terms.MinQuantity.Raw != 0;
        bool links = (terms.ParentClOrdId | terms.LinkedClOrdId) != 0 || terms.Contingency != Contingency.None;
        OrderTerms rest = terms;
        rest.ExpireTimeNs = 0;
        rest.DisplayQuantity = rest.MinQuantity = default;
        bool triggers = !(executes || links) || !rest.IsEmpty || rest.OffsetUnit != OffsetUnit.Price || rest.TriggerSource != TriggerSource.Opposite;
        if (!_inbox.HasFree(4))
        {
            return 0;
        }

        int written = 0;
        if (triggers)
        {
            WriteTerms(ref _inbox.Claimed(written++), TermsPart.Trigger, in terms, timeNs);
        }

        if (executes)
        {
            WriteTerms(ref _inbox.Claimed(written++), TermsPart.Execution, in terms, timeNs);
        }

        if (links)
        {
            WriteTerms(ref _inbox.Claimed(written++), TermsPart.Link, in terms, timeNs);
        }

        return written;
    }

    private void WriteTerms(ref EngineEvent e, TermsPart part, in OrderTerms terms, long timeNs)
    {
        e.Head = EngineEvent.RequestHead(EngineEventKind.OrderTerms, Side.None, OrderType.None, default, ExecInst.None, EngineEventFlags.None, Account);
        e.Place = EngineEvent.PlaceOf(default, Id, default);
        e.TimeNs = timeNs;
        e.Target = 0;
        e.WriteTerms(part, in terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SendResult Publish(ulong clOrdId, int count = 1)
    {
        _inbox.Publish(count);
        _lastClOrdId = Math.Max(_lastClOrdId, clOrdId);
        _doorbell.Ring();
        return SendResult.Sent;
    }
}
