using System.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>The controls that count: everything that left and everything that was filled is kept in lists with the scopes that were counted then, and each number is counted anew. A scope is counted from its first limit on.</summary>
public sealed partial class ReferenceEngine
{
    private static RiskLimitKind[] CountingKinds =>
    [
        RiskLimitKind.MaxMessageRate, RiskLimitKind.MaxMessageBurst, RiskLimitKind.DuplicateWindow, RiskLimitKind.MaxExecutions, RiskLimitKind.MaxGrossCredit,
        .. ValuingKinds, .. BreakerKinds, .. AgeKinds, RiskLimitKind.Capital, RiskLimitKind.MaxNetCredit, RiskLimitKind.MaxDailyOrders, RiskLimitKind.MaxDailyTraded, RiskLimitKind.MaxMessagesPerFill, RiskLimitKind.MaxWorkingOrders,
    ];

    private readonly List<Message> _messages = [];
    private readonly List<Execution> _executions = [];
    private readonly List<(ReferenceOrder Order, long TimeNs, BigInteger Price, BigInteger Quantity)> _sentOrders = [];
    private readonly Dictionary<RiskScope, (BigInteger Tokens, long TimeNs)> _buckets = [];
    private readonly Dictionary<RiskScope, int> _enabledAt = [];
    private readonly HashSet<RiskScope> _counted = [.. definition.RiskLimits.Keys.Where(key => CountingKinds.Contains(key.Kind)).Select(key => key.Scope)];
    private int _startedDays;
    private long _nowNs;

    private enum MessageKind
    {
        New,
        Replace,
        Cancel,
    }

    /// <summary>The controls that count.</summary>
    private IEnumerable<(RejectReason Reason, Func<Demand, Measured> Measure)> CountingControls =>
        [
            (RejectReason.MessageRate, MessageRate),
            (RejectReason.DuplicateOrder, Duplicate),
            (RejectReason.CircuitBreaker, CircuitBreaker),
            (RejectReason.CircuitBreaker, Spread),
            (RejectReason.ExecutionThrottle, demand => Tightest(demand, RiskLimitKind.MaxExecutions, scope => _executions.Skip(_enabledAt.GetValueOrDefault(scope)).Count(fill => fill.Scopes.Contains(scope)) + 1)),
            (RejectReason.CreditLimit, demand => Value(demand, RiskLimitKind.MaxGrossCredit, scope => Traded(scope, Side.Buy) + Traded(scope, Side.Sell) + Open(scope, Side.Buy) + Open(scope, Side.Sell))),
            (RejectReason.CreditLimit, demand => Value(demand, RiskLimitKind.MaxNetCredit, scope => demand.Side == Side.Buy
                ? Traded(scope, Side.Buy) + Open(scope, Side.Buy) - Traded(scope, Side.Sell)
                : Traded(scope, Side.Sell) + Open(scope, Side.Sell) - Traded(scope, Side.Buy))),
            (RejectReason.DailyOrderCount, demand => Tightest(demand, RiskLimitKind.MaxDailyOrders, scope => MessagesToday(scope).Count(one => one.Kind == MessageKind.New) + (demand.Order == null ? 1 : 0))),
            (RejectReason.DailyTradedValue, demand => Value(demand, RiskLimitKind.MaxDailyTraded, scope => Traded(scope, Side.Buy) + Traded(scope, Side.Sell))),
            (RejectReason.OrderToTradeRatio, MessagesPerFill),
            (RejectReason.WorkingOrderLimit, demand => Tightest(demand, RiskLimitKind.MaxWorkingOrders, scope => _kept.Values.Count(order => !order.IsFinal && Covers(scope, order)) + (demand.Order == null ? 1 : 0))),
        ];

    private static RiskScope[] ScopesOf(Demand demand) =>
    [
        RiskScope.Firm, RiskScope.Of(demand.Account), RiskScope.Of(demand.Strategy), RiskScope.Of(demand.Listing!.Venue), RiskScope.Of(demand.Instrument), RiskScope.Of(demand.Account, demand.Instrument),
    ];

    private static bool Covers(RiskScope scope, ReferenceOrder order) =>
        (scope.Account.Value == 0 || scope.Account == order.Account)
        && (scope.Strategy.Value == 0 || scope.Strategy == order.Strategy)
        && (scope.Venue.Value == 0 || scope.Venue == order.Listing.Venue)
        && (scope.Instrument.Value == 0 || scope.Instrument == order.Listing.Instrument);

    /// <summary>The scopes of an order that are counted now.</summary>
    private RiskScope[] CountedScopesOf(ReferenceOrder order) => [.. _counted.Where(scope => Covers(scope, order))];

    private void CountMessage(ReferenceOrder order, MessageKind kind, BigInteger price, BigInteger quantity)
    {
        RiskScope[] scopes = CountedScopesOf(order);
        _messages.Add(new Message(scopes, kind, Today()));
        if (kind == MessageKind.Cancel)
        {
            return;
        }

        foreach (RiskScope scope in scopes.Where(scope => _limits.ContainsKey((scope, RiskLimitKind.MaxMessageRate))))
        {
            _buckets[scope] = (Tokens(scope) - 1_000_000_000, _nowNs);
        }

        Demand demand = new(order.Account, order.Strategy, order.Listing, order.Listing.Instrument, order.Side, false, 0, 0, 0, 0);
        if (kind == MessageKind.New && Window(demand) > 0)
        {
            _sentOrders.Add((order, _nowNs, price, quantity));
        }
    }

    private void CountFill(ReferenceOrder order, BigInteger value) => _executions.Add(new Execution(order.Side, value, CountedScopesOf(order), Today()));

    /// <summary>Days are 24 hours from the configured start, and whenever an operator starts one.</summary>
    private (long Day, int Started) Today() => ((long)Math.Floor((decimal)(_nowNs - definition.DayStartNs) / 86_400_000_000_000), _startedDays);

    private IEnumerable<Message> MessagesToday(RiskScope scope) => _messages.Where(one => one.Day == Today() && one.Scopes.Contains(scope));

    private BigInteger Traded(RiskScope scope, Side side) =>
        _executions.Where(fill => fill.Day == Today() && Buys(fill.Side) == Buys(side) && fill.Scopes.Contains(scope)).Aggregate(BigInteger.Zero, (sum, fill) => sum + fill.Value);

    private BigInteger Open(RiskScope scope, Side side) =>
        _kept.Values.Where(order => Buys(order.Side) == Buys(side) && Covers(scope, order)).Aggregate(BigInteger.Zero, (sum, order) => sum + OpenValue(order));

    /// <summary>What an order, or its replacement where that is more, may still cost.</summary>
    private static BigInteger OpenValue(ReferenceOrder order)
    {
        if (order.IsFinal)
        {
            return 0;
        }

        BigInteger open = (order.Price > 0 ? order.Price : order.ValuedAt) * (BigInteger)order.LeavesQty;
        return order.Replacement is { } asked ? BigInteger.Max(open, (BigInteger)asked.Price * BigInteger.Max(0, asked.Quantity - order.CumQty)) : open;
    }

    private Measured Tightest(Demand demand, RiskLimitKind kind, Func<RiskScope, BigInteger> sum, Func<RiskScope, BigInteger, BigInteger>? limitOf = null)
    {
        Measured tightest = new(0, null, false, long.MaxValue);
        foreach (RiskScope scope in ScopesOf(demand).Where(scope => _limits.ContainsKey((scope, kind))))
        {
            BigInteger value = sum(scope);
            BigInteger limit = _limits[(scope, kind)];
            limit = limitOf == null ? limit : limitOf(scope, limit);
            if (tightest.Limit == null || limit - value < tightest.Limit - tightest.Value)
            {
                tightest = new(value, limit, value > limit, long.MaxValue);
            }
        }

        return tightest;
    }

    private Measured Value(Demand demand, RiskLimitKind kind, Func<RiskScope, BigInteger> sum, Func<RiskScope, BigInteger, BigInteger>? limitOf = null)
    {
        BigInteger open = demand.Order == null ? 0 : OpenValue(demand.Order);
        BigInteger price = Valued(demand);
        BigInteger added = BigInteger.Max(0, (price * (demand.Quantity - demand.Executed)) - open);
        Measured measured = Tightest(demand, kind, scope => sum(scope) + added, limitOf);
        if (measured.Limit is not { } limit || price <= 0)
        {
            return measured with { IsMoney = true };
        }

        BigInteger left = limit - measured.Value + added + open;
        return measured with { IsMoney = true, Room = left < 0 ? 0 : (left / price) + demand.Executed };
    }

    private Measured MessagesPerFill(Demand demand) => Tightest(
        demand,
        RiskLimitKind.MaxMessagesPerFill,
        scope => MessagesToday(scope).Count() + 1,
        (scope, ratio) => ratio * (_executions.Count(fill => fill.Day == Today() && fill.Scopes.Contains(scope)) + 1));

    private Measured MessageRate(Demand demand)
    {
        Measured tightest = new(0, null, false, long.MaxValue);
        foreach (RiskScope scope in ScopesOf(demand).Where(scope => _limits.ContainsKey((scope, RiskLimitKind.MaxMessageRate))))
        {
            BigInteger burst = Burst(scope);
            BigInteger value = burst - (Tokens(scope) / 1_000_000_000) + 1;
            if (tightest.Limit == null || burst - value < tightest.Limit - tightest.Value)
            {
                tightest = new(value, burst, value > burst, long.MaxValue);
            }
        }

        return tightest;
    }

    private BigInteger Burst(RiskScope scope) =>
        _limits.TryGetValue((scope, RiskLimitKind.MaxMessageBurst), out Int128 burst) ? burst : _limits[(scope, RiskLimitKind.MaxMessageRate)];

    /// <summary>What the bucket of a scope holds, in 1e-9 of a message.</summary>
    private BigInteger Tokens(RiskScope scope)
    {
        BigInteger most = Burst(scope) * 1_000_000_000;
        return _buckets.TryGetValue(scope, out (BigInteger Tokens, long TimeNs) bucket)
            ? BigInteger.Min(most, bucket.Tokens + ((_nowNs - bucket.TimeNs) * (BigInteger)_limits[(scope, RiskLimitKind.MaxMessageRate)]))
            : most;
    }

    private BigInteger Window(Demand demand) =>
        ScopesOf(demand).Select(scope => _limits.TryGetValue((scope, RiskLimitKind.DuplicateWindow), out Int128 window) ? (BigInteger)window : 0).Max();

    /// <summary>What a market order costs does not tell it from another.</summary>
    private static BigInteger DuplicatePrice(Demand demand) => demand.IsMarket && !demand.Waits ? 0 : demand.Price;

    private Measured Duplicate(Demand demand)
    {
        BigInteger widest = _limits.Where(limit => limit.Key.Kind == RiskLimitKind.DuplicateWindow).Select(limit => (BigInteger)limit.Value).DefaultIfEmpty(0).Max();
        _sentOrders.RemoveAll(sent => _nowNs - sent.TimeNs >= widest);
        BigInteger window = Window(demand);
        long[] likes = [.. _sentOrders.Where(sent => sent.Order.Account == demand.Account && sent.Order.Listing.Instrument == demand.Instrument && sent.Order.Side == demand.Side
            && sent.Price == DuplicatePrice(demand) && sent.Quantity == demand.Quantity).Select(sent => sent.TimeNs)];
        bool isFull = _sentOrders.Count == definition.Limits.DuplicateOrders;
        bool broken = window > 0 && demand.Order == null && (isFull || (likes.Length > 0 && _nowNs - likes.Max() < window));
        (BigInteger value, BigInteger limit) = isFull ? (_sentOrders.Count, _sentOrders.Count) : (likes.Length > 0 ? _nowNs - likes.Max() : 0, window);
        return new(value, limit, broken, long.MaxValue, IsShare: false);
    }

    private OperatorOutcome StartDay(RiskScope scope)
    {
        if (scope != RiskScope.Firm)
        {
            return OperatorOutcome.UnknownScope;
        }

        _startedDays++;
        return OperatorOutcome.Done;
    }

    private OperatorOutcome Enable(RiskScope scope)
    {
        if (scope.Level == RiskLevels.None)
        {
            return OperatorOutcome.UnknownScope;
        }

        _enabledAt[scope] = _executions.Count;
        _breakers.Remove(scope);
        return OperatorOutcome.Done;
    }

    private sealed record Message(RiskScope[] Scopes, MessageKind Kind, (long, int) Day);

    private sealed record Execution(Side Side, BigInteger Value, RiskScope[] Scopes, (long, int) Day);
}
