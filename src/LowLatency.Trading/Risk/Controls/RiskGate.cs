using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>Every control of the risk stage, in the precedence of their reasons. An order passes when none is broken.</summary>
internal sealed class RiskGate : IDisposable
{
    private readonly RiskLimitTable _limits;
    private readonly RiskLedger _ledger;
    private readonly SentOrders _sentOrders;
    private readonly OrderQuantityControl _orderQuantity;
    private readonly OrderNotionalControl _orderNotional;
    private readonly PriceCollarControl _priceCollar;
    private readonly MarketControls _market;
    private readonly MessageRateControl _messageRate;
    private readonly DuplicateOrderControl _duplicateOrder;
    private readonly ExecutionThrottleControl _executionThrottle;
    private readonly GrossCreditControl _grossCredit;
    private readonly NetCreditControl _netCredit;
    private readonly DailyOrderControl _dailyOrders;
    private readonly DailyTradedControl _dailyTraded;
    private readonly MessagesPerFillControl _messagesPerFill;
    private readonly WorkingOrderControl _workingOrders;
    private long _widestWindowNs;

    public RiskGate(EngineDefinition definition, RiskLimitTable limits, OrderStore orders, ReferencePrices prices, MarketReferences references, CollarTable collars, DepthTable depth)
    {
        _limits = limits;
        _ledger = new RiskLedger(definition, limits.Scopes, orders);
        _sentOrders = new SentOrders(definition.Limits.DuplicateOrders);
        _orderQuantity = new(limits);
        _orderNotional = new(limits);
        _priceCollar = new(collars, prices);
        _market = new(limits, prices, references, collars, depth);
        Collars = collars;
        _messageRate = new(limits, _ledger);
        _duplicateOrder = new(limits, _sentOrders);
        _executionThrottle = new(limits, _ledger);
        _grossCredit = new(limits, _ledger);
        _netCredit = new(limits, _ledger);
        _dailyOrders = new(limits, _ledger);
        _dailyTraded = new(limits, _ledger);
        _messagesPerFill = new(limits, _ledger);
        _workingOrders = new(limits, _ledger);
    }

    /// <summary>The collars beside the one that every order needs.</summary>
    public CollarTable Collars { get; }

    /// <summary>Whether orders and fills are counted: some limit that needs it is in force, or has been.</summary>
    public bool IsCounting { get; private set; }

    /// <summary>The controls an order breaks, as bits of <see cref="FailedChecks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Check(ref readonly RiskRequest request)
    {
        FailedControls failed = default;
        Visit(ref failed, in request);
        return failed.Bits;
    }

    /// <summary>Shows every control to a visitor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        PositionControl position = default;
        visitor.See(in _orderQuantity, in request);
        visitor.See(in _orderNotional, in request);
        visitor.See(in _priceCollar, in request);
        visitor.See(in position, in request);
        if (_market.IsWatching)
        {
            _market.Visit(ref visitor, in request);
        }

        if (IsCounting)
        {
            VisitCounting(ref visitor, in request);
        }
    }

    /// <summary>Limits have changed: begins to count where one needs it.</summary>
    public void Resolve()
    {
        _market.Resolve();
        _widestWindowNs = (long)_limits.Highest(RiskLimitKind.DuplicateWindow);
        if (!IsCounting && _limits.IsCounting())
        {
            IsCounting = true;
            _ledger.Rebuild();
        }
    }

    /// <summary>Time has come so far, before a request is looked at. While counting.</summary>
    public void Reach(long timeNs) => _duplicateOrder.Forget(timeNs, _widestWindowNs);

    /// <summary>A new order or a replacement passed and leaves. While counting.</summary>
    public void Sent(ref readonly RiskRequest request)
    {
        _messageRate.Take(in request.Scopes, request.TimeNs);
        _ledger.Sent(in request.Scopes, request.IsNew, request.TimeNs);
        if (request.IsNew)
        {
            _duplicateOrder.Remember(in request);
        }
    }

    /// <summary>A new order took a slot. While counting.</summary>
    public void Born(ref readonly OrderRecord order, int slot, long price)
    {
        _ledger.Born(slot, price);
        _ledger.Changed(in order, slot);
    }

    /// <summary>A cancel leaves. While counting.</summary>
    public void SentCancel(ref readonly OrderRecord order, long timeNs) => _ledger.SentCancel(in order, timeNs);

    /// <summary>An order has changed in state, price or quantity. While counting.</summary>
    public void Changed(ref readonly OrderRecord order, int slot) => _ledger.Changed(in order, slot);

    /// <summary>A fill has been booked. While counting.</summary>
    public void Executed(ref readonly OrderRecord order, Int128 notional, long timeNs) => _ledger.Executed(in order, notional, timeNs);

    /// <summary>A day begins.</summary>
    public void StartDay() => _ledger.StartDay();

    /// <summary>An operator has seen to a scope.</summary>
    public void Enable(in RiskScope scope) => _ledger.Enable(_limits.Scopes.Of(in scope));

    /// <summary>The scopes of a request.</summary>
    public OrderScopes ScopesOf(ref readonly RiskRequest request) =>
        _limits.Scopes.Of(request.Account, request.Strategy, request.Venue, request.Instrument, request.PositionIndex);

    /// <summary>The value an order is counted with as open, raw 1e-16.</summary>
    public Int128 OpenValue(int slot) => slot < 0 ? 0 : _ledger.OpenValue(slot);

    public void Dispose()
    {
        _ledger.Dispose();
        _sentOrders.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void VisitCounting<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        visitor.See(in _messageRate, in request);
        visitor.See(in _duplicateOrder, in request);
        visitor.See(in _executionThrottle, in request);
        visitor.See(in _grossCredit, in request);
        visitor.See(in _netCredit, in request);
        visitor.See(in _dailyOrders, in request);
        visitor.See(in _dailyTraded, in request);
        visitor.See(in _messagesPerFill, in request);
        visitor.See(in _workingOrders, in request);
    }
}
