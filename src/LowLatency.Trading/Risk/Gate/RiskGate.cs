using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Controls;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Risk.Valuation;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>Every control of the risk stage, in the precedence of their reasons. An order passes when none is broken.</summary>
internal sealed class RiskGate : IDisposable
{
    private readonly RiskLimitTable _limits;
    private readonly RiskLedger _ledger;
    private readonly RiskValuation _valuation;
    private readonly SentOrders _sentOrders;
    private readonly OrderQuantityControl _orderQuantity;
    private readonly OrderNotionalControl _orderNotional;
    private readonly PriceCollarControl _priceCollar;
    private readonly MarketControls _market;
    private readonly CircuitBreakers _breakers;
    private readonly CircuitBreakerControl _circuitBreaker;
    private readonly SpreadBreakerControl _spreadBreaker;
    private readonly MessageRateControl _messageRate;
    private readonly DuplicateOrderControl _duplicateOrder;
    private readonly ExecutionThrottleControl _executionThrottle;
    private readonly GrossCreditControl _grossCredit;
    private readonly NetCreditControl _netCredit;
    private readonly DailyOrderControl _dailyOrders;
    private readonly DailyTradedControl _dailyTraded;
    private readonly MessagesPerFillControl _messagesPerFill;
    private readonly WorkingOrderControl _workingOrders;
    private readonly GrossExposureControl _grossExposure;
    private readonly NetExposureControl _netExposure;
    private readonly LeverageControl _leverage;
    private readonly ConcentrationControl _concentration;
    private readonly SectorExposureControl _sectorExposure;
    private readonly DailyLossControl _dailyLoss;
    private readonly DrawdownControl _drawdown;
    private long _widestWindowNs;

    public RiskGate(EngineDefinition definition, RiskLimitTable limits, OrderStore orders, PositionBook positions, ReferencePrices prices, MarketReferences references, CollarTable collars, DepthTable depth)
    {
        _limits = limits;
        _ledger = new RiskLedger(definition, limits, orders);
        _valuation = new RiskValuation(definition, limits.Scopes, positions, _ledger);
        _sentOrders = new SentOrders(definition.Limits.DuplicateOrders);
        _orderQuantity = new(limits);
        _orderNotional = new(limits);
        _priceCollar = new(collars, prices);
        _market = new(limits, prices, references, collars, depth);
        Collars = collars;
        _breakers = new CircuitBreakers(definition, limits);
        _circuitBreaker = new(_breakers);
        _spreadBreaker = new(limits, prices);
        _messageRate = new(_ledger);
        _duplicateOrder = new(_sentOrders);
        _executionThrottle = new(limits, _ledger);
        _grossCredit = new(limits, _ledger);
        _netCredit = new(limits, _ledger);
        _dailyOrders = new(limits, _ledger);
        _dailyTraded = new(limits, _ledger);
        _messagesPerFill = new(limits, _ledger);
        _workingOrders = new(limits, _ledger);
        _grossExposure = new(limits, _ledger, _valuation);
        _netExposure = new(limits, _ledger, _valuation);
        _leverage = new(limits, _ledger, _valuation);
        _concentration = new(limits, _valuation);
        _sectorExposure = new(limits, _valuation, positions, new SectorTable(definition), definition.Accounts.Count);
        _dailyLoss = new(limits, _valuation);
        _drawdown = new(limits, _valuation);
    }

    /// <summary>The collars beside the one that every order needs.</summary>
    public CollarTable Collars { get; }

    /// <summary>The controls an order breaks, as bits of <see cref="FailedChecks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Check(ref readonly RiskRequest request)
    {
        FailedControls failed = default;
        VisitPlain(ref failed, in request);
        if (request.Levels != RiskLevels.None && (request.IsRelease || !Holds(in request)))
        {
            VisitCounting(ref failed, in request);
        }

        return failed.Bits;
    }

    /// <summary>True when a request whose scopes are counted breaks none of the controls that count; false where it does, or may.</summary>
    public bool Holds(ref readonly RiskRequest request) =>
        _ledger.Holds(in request) && (!HasBreakers || HoldsBreakers(in request)) && (request.DuplicateWindowNs == 0 || !_duplicateOrder.Breaks(in request)) && (!_valuation.IsOn || HoldsValues(in request));

    /// <summary>Shows every control to a visitor.</summary>
    public void Visit<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        VisitPlain(ref visitor, in request);
        if (request.Levels != RiskLevels.None)
        {
            VisitCounting(ref visitor, in request);
        }
    }

    /// <summary>A limit of a scope has changed.</summary>
    public void Resolve(in RiskScope scope, long timeNs)
    {
        if (AreValuesNeeded())
        {
            _valuation.TurnOn(timeNs);
        }

        _market.Resolve();
        _breakers.Resolve();
        HasBreakers = _breakers.IsOn;
        _widestWindowNs = (long)_limits.Highest(RiskLimitKind.DuplicateWindow);
        _ledger.Resolve(in scope);
    }

    /// <summary>Those levels of an order whose scopes are counted.</summary>
    public RiskLevels CountedLevels(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument, int positionIndex)
    {
        _limits.Scopes.Find(account, strategy, venue, instrument, positionIndex, out OrderScopes scopes);
        return _ledger.CountedLevels(in scopes);
    }

    /// <summary>Completes a request that stands in scopes that are counted.</summary>
    public void Place(ref RiskRequest request)
    {
        _limits.Scopes.Find(request.Account, request.Strategy, request.Venue, request.Instrument, request.PositionIndex, out request.Scopes);
        request.DuplicateWindowNs = _ledger.DuplicateWindowNs(in request.Scopes, request.Levels);
        if (_widestWindowNs != 0)
        {
            _duplicateOrder.Forget(request.TimeNs, _widestWindowNs);
        }
    }

    /// <summary>Whether circuit breakers look at what becomes of orders.</summary>
    public bool HasBreakers { get; private set; }

    /// <summary>What became of circuit breakers.</summary>
    public SharedHistory<BreakerAlert> BreakerAlerts => _breakers.Alerts;

    /// <summary>An order leaves for its venue. While there are breakers, as the next three.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Sent(ref readonly OrderRecord order, int slot, RiskLevels levels, long timeNs, long reference) => _breakers.Sent(in order, slot, levels, timeNs, reference);

    /// <summary>A venue has taken an order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Taken(ref readonly OrderRecord order, int slot, RiskLevels levels, long timeNs) => _breakers.Taken(in order, slot, levels, timeNs);

    /// <summary>A venue or gateway has refused an order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Failed(ref readonly OrderRecord order, RiskLevels levels, long timeNs) => _breakers.Failed(in order, levels, timeNs);

    /// <summary>An order has executed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Filled(ref readonly OrderRecord order, int slot, RiskLevels levels, long price, Int128 realized, long timeNs) => _breakers.Filled(in order, slot, levels, price, realized, timeNs);

    /// <summary>A new order leaves. Where its scopes are counted, as all that follows.</summary>
    public void Born(ref readonly RiskRequest request, ref readonly OrderRecord order)
    {
        _ledger.Born(in request, in order);
        _duplicateOrder.Remember(in request);
    }

    /// <summary>A replacement leaves.</summary>
    public void Replaced(ref readonly RiskRequest request, ref readonly OrderRecord order, OrderStanding before) => _ledger.Replaced(in request, in order, before);

    /// <summary>A cancel leaves.</summary>
    public void Canceling(ref readonly OrderRecord order, RiskLevels levels, long timeNs) => _ledger.Canceling(in order, levels, timeNs);

    /// <summary>An order has changed in state, price or quantity.</summary>
    public void Changed(ref readonly OrderRecord order, OrderStanding before, RiskLevels levels) => _ledger.Changed(in order, before, levels);

    /// <summary>A fill has been booked, and its order has changed.</summary>
    public void Executed(ref readonly OrderRecord order, OrderStanding before, RiskLevels levels, Int128 notional, long timeNs) => _ledger.Executed(in order, before, levels, notional, timeNs);

    /// <summary>Whether positions are valued.</summary>
    public bool IsValuing => _valuation.IsOn;

    /// <summary>What a position counts for, before it changes. While valuing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public PositionValue ValueOf(ref readonly OrderRecord order) => _valuation.Of(order.Instrument, order.PositionIndex);

    /// <summary>As the form with an order.</summary>
    public PositionValue ValueOf(InstrumentId instrument, int positionIndex) => _valuation.Of(instrument, positionIndex);

    /// <summary>As the form with an order.</summary>
    public void Revalue(AccountId account, InstrumentId instrument, int positionIndex, PositionValue before, long timeNs) => _valuation.Changed(account, instrument, positionIndex, before, timeNs);

    /// <summary>The position of an order has changed. While valuing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Revalue(ref readonly OrderRecord order, PositionValue before, long timeNs) => _valuation.Changed(order.Account, order.Instrument, order.PositionIndex, before, timeNs);

    /// <summary>The best prices of an instrument have moved.</summary>
    public void Mark(InstrumentId instrument, long bid, long ask, long timeNs) => _valuation.Mark(instrument, bid, ask, timeNs);

    /// <summary>A day begins.</summary>
    public void StartDay() => _ledger.StartDay();

    /// <summary>An operator has seen to a scope.</summary>
    public void Enable(in RiskScope scope)
    {
        _ledger.Enable(in scope);
        _breakers.Enable(_limits.Scopes.Of(in scope));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _sentOrders.Dispose();
        _breakers.Dispose();
        _valuation.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsBreakers(ref readonly RiskRequest request) => !_circuitBreaker.Breaks(in request) && !_spreadBreaker.Breaks(in request);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsValues(ref readonly RiskRequest request) => !_grossExposure.Breaks(in request)
        && !_netExposure.Breaks(in request)
        && !_leverage.Breaks(in request)
        && !_concentration.Breaks(in request)
        && !_sectorExposure.Breaks(in request)
        && !_dailyLoss.Breaks(in request)
        && !_drawdown.Breaks(in request);

    private bool AreValuesNeeded() =>
        _limits.IsSet(RiskLimitKind.MaxGrossExposure)
        || _limits.IsSet(RiskLimitKind.MaxNetExposure)
        || _limits.IsSet(RiskLimitKind.MaxLeverageBps)
        || _limits.IsSet(RiskLimitKind.MaxConcentrationBps)
        || _limits.IsSet(RiskLimitKind.MaxSectorExposure)
        || _limits.IsSet(RiskLimitKind.MaxDailyLoss)
        || _limits.IsSet(RiskLimitKind.MaxDrawdown);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void VisitPlain<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        PositionControl position = default;
        ReduceOnlyControl reduceOnly = default;
        visitor.See(in _orderQuantity, in request);
        visitor.See(in _orderNotional, in request);
        if (!request.Waits)
        {
            visitor.See(in _priceCollar, in request);
        }

        visitor.See(in position, in request);
        visitor.See(in reduceOnly, in request);
        if (_market.IsWatching)
        {
            _market.Visit(ref visitor, in request);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void VisitCounting<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        if (!request.IsRelease)
        {
            visitor.See(in _messageRate, in request);
            visitor.See(in _duplicateOrder, in request);
            visitor.See(in _messagesPerFill, in request);
        }

        visitor.See(in _circuitBreaker, in request);
        visitor.See(in _spreadBreaker, in request);
        visitor.See(in _executionThrottle, in request);
        visitor.See(in _grossExposure, in request);
        visitor.See(in _netExposure, in request);
        visitor.See(in _grossCredit, in request);
        visitor.See(in _netCredit, in request);
        visitor.See(in _leverage, in request);
        visitor.See(in _concentration, in request);
        visitor.See(in _sectorExposure, in request);
        visitor.See(in _dailyOrders, in request);
        visitor.See(in _dailyTraded, in request);
        visitor.See(in _dailyLoss, in request);
        visitor.See(in _drawdown, in request);
        visitor.See(in _workingOrders, in request);
    }
}
