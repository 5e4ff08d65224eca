using System.Numerics;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Breakers;

/// <summary>The circuit breakers of all scopes: they look at what becomes of orders, and open when a limit of their scope is passed. Owned by the risk stage.</summary>
/// <remarks>
/// <code>
/// Closed ──limit passed──▶ Open ──cool-down over, next order──▶ HalfOpen ──every probe taken──▶ Closed
///                           ▲                                     │
///                           └────────── order refused ────────────┘          Enable closes it at any time
/// </code>
/// While half open so many orders pass as there are probes, and as many again when they have not been answered within another cool-down. An answer to any order of the scope counts.
/// While open nothing is counted.
/// </remarks>
internal sealed unsafe class CircuitBreakers : IDisposable
{
    private const long DefaultWindowNs = 60_000_000_000;
    private const int FewestAnswers = 10;

    private readonly NativeBuffer<Breaker> _breakerBuffer;
    private readonly NativeBuffer<SentMark> _sentBuffer;
    private readonly Breaker* _breakers;
    private readonly SentMark* _sent;
    private readonly RiskLimitTable _limits;

    public CircuitBreakers(EngineDefinition definition, RiskLimitTable limits)
    {
        _limits = limits;
        _breakerBuffer = new NativeBuffer<Breaker>(limits.Scopes.Count);
        _sentBuffer = new NativeBuffer<SentMark>(definition.Limits.OrderSlots);
        _breakers = _breakerBuffer.Start;
        _sent = _sentBuffer.Start;
        Alerts = new SharedHistory<BreakerAlert>(definition.Limits.OperatorRecords);
    }

    /// <summary>Whether a limit of theirs is set, or was once.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Every change of a state. Any thread may read.</summary>
    public SharedHistory<BreakerAlert> Alerts { get; }

    /// <summary>A limit has changed.</summary>
    public void Resolve()
    {
        for (RiskLimitKind kind = RiskLimitKind.BreakerWindow; kind <= RiskLimitKind.BreakerMaxSpreadBps; kind++)
        {
            IsOn |= _limits.IsSet(kind);
        }
    }

    public ref readonly Breaker At(int scope) => ref _breakers[scope];

    /// <summary>Whether the breaker of a scope keeps an order from being sent.</summary>
    public bool Blocks(int scope, long timeNs)
    {
        ref Breaker breaker = ref _breakers[scope];
        return breaker.State != BreakerState.Closed
            && (timeNs < breaker.ProbesFromNs || (breaker.ProbesSent >= Probes(scope) && timeNs - breaker.ProbesFromNs < Limit(RiskLimitKind.BreakerCooldown, scope)));
    }

    /// <summary>An order leaves for its venue.</summary>
    public void Sent(ref readonly OrderRecord order, int slot, RiskLevels levels, long timeNs, long reference)
    {
        _sent[slot] = new SentMark(order.Generation, timeNs, reference);
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            int level = BitOperations.TrailingZeroCount(left);
            ref Breaker breaker = ref _breakers[scopes[level]];
            if (breaker.State == BreakerState.Closed)
            {
                continue;
            }

            if (breaker.ProbesSent >= Probes(scopes[level]))
            {
                breaker.ProbesFromNs = timeNs;
                breaker.ProbesSent = 0;
                breaker.ProbesTaken = 0;
            }

            breaker.ProbesSent++;
            if (breaker.State == BreakerState.Open)
            {
                breaker.State = BreakerState.HalfOpen;
                Alert(in order, level, in breaker, RiskLimitKind.None, 0, 0, timeNs);
            }
        }
    }

    /// <summary>A venue has taken an order.</summary>
    public void Taken(ref readonly OrderRecord order, int slot, RiskLevels levels, long timeNs)
    {
        bool isMarked = _sent[slot].Generation == order.Generation;
        long latency = timeNs - _sent[slot].TimeNs;
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            int level = BitOperations.TrailingZeroCount(left);
            ref Breaker breaker = ref _breakers[scopes[level]];
            if (breaker.State == BreakerState.Open)
            {
                continue;
            }

            Roll(ref breaker, scopes[level], timeNs);
            breaker.Answers++;
            if (isMarked && TryTrip(ref breaker, in order, level, scopes[level], RiskLimitKind.BreakerMaxLatency, latency, timeNs))
            {
                continue;
            }

            if (breaker.State == BreakerState.HalfOpen && ++breaker.ProbesTaken >= Probes(scopes[level]))
            {
                Close(ref breaker);
                Alert(in order, level, in breaker, RiskLimitKind.None, 0, 0, timeNs);
            }
        }
    }

    /// <summary>A venue or gateway has refused an order.</summary>
    public void Failed(ref readonly OrderRecord order, RiskLevels levels, long timeNs)
    {
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            int level = BitOperations.TrailingZeroCount(left);
            int scope = scopes[level];
            ref Breaker breaker = ref _breakers[scope];
            if (breaker.State == BreakerState.Open)
            {
                continue;
            }

            Roll(ref breaker, scope, timeNs);
            breaker.Answers++;
            breaker.Failures++;
            if (breaker.State == BreakerState.HalfOpen)
            {
                Trip(ref breaker, in order, level, scope, RiskLimitKind.BreakerMaxFailures, breaker.Failures, 0, timeNs);
            }
            else if (!TryTrip(ref breaker, in order, level, scope, RiskLimitKind.BreakerMaxFailures, breaker.Failures, timeNs) && breaker.Answers >= FewestAnswers)
            {
                TryTrip(ref breaker, in order, level, scope, RiskLimitKind.BreakerMaxFailureBps, breaker.Failures * 10_000 / breaker.Answers, timeNs);
            }
        }
    }

    /// <summary>An order has executed.</summary>
    /// <param name="order">The order.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="levels">The levels of its scopes that are counted.</param>
    /// <param name="price">Of the fill.</param>
    /// <param name="realized">What the fill realised, raw 1e-16.</param>
    /// <param name="timeNs">The engine's time.</param>
    public void Filled(ref readonly OrderRecord order, int slot, RiskLevels levels, long price, Int128 realized, long timeNs)
    {
        long reference = _sent[slot].Generation == order.Generation ? _sent[slot].Reference : 0;
        long worse = order.Side == Side.Buy ? price - reference : reference - price;
        long shortfallBps = reference > 0 && worse > 0 ? (long)Int128.Min(((Int128)worse * 10_000 + reference - 1) / reference, long.MaxValue) : 0;
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            int level = BitOperations.TrailingZeroCount(left);
            int scope = scopes[level];
            ref Breaker breaker = ref _breakers[scope];
            if (breaker.State == BreakerState.Open)
            {
                continue;
            }

            breaker.Losses = realized < 0 ? breaker.Losses + 1 : realized > 0 ? 0 : breaker.Losses;
            if (!TryTrip(ref breaker, in order, level, scope, RiskLimitKind.BreakerMaxShortfallBps, shortfallBps, timeNs))
            {
                TryTrip(ref breaker, in order, level, scope, RiskLimitKind.BreakerMaxLosses, breaker.Losses, timeNs);
            }
        }
    }

    /// <summary>An operator has seen to a scope.</summary>
    public void Enable(int scope) => Close(ref _breakers[scope]);

    public void Dispose()
    {
        _breakerBuffer.Dispose();
        _sentBuffer.Dispose();
        Alerts.Dispose();
    }

    private bool TryTrip(ref Breaker breaker, ref readonly OrderRecord order, int level, int scope, RiskLimitKind cause, long value, long timeNs)
    {
        Int128 limit = _limits.At(cause, scope);
        if (value <= limit)
        {
            return false;
        }

        Trip(ref breaker, in order, level, scope, cause, value, (long)limit, timeNs);
        return true;
    }

    private void Trip(ref Breaker breaker, ref readonly OrderRecord order, int level, int scope, RiskLimitKind cause, long value, long limit, long timeNs)
    {
        Close(ref breaker);
        breaker.State = BreakerState.Open;
        breaker.Cause = cause;
        long cooldown = Limit(RiskLimitKind.BreakerCooldown, scope);
        breaker.ProbesFromNs = cooldown == long.MaxValue ? long.MaxValue : timeNs + cooldown;
        Alert(in order, level, in breaker, cause, value, limit, timeNs);
    }

    private static void Close(ref Breaker breaker) => breaker = default;

    private void Roll(ref Breaker breaker, int scope, long timeNs)
    {
        long window = Limit(RiskLimitKind.BreakerWindow, scope);
        if (!breaker.HasWindow || timeNs - breaker.WindowNs >= (window == long.MaxValue ? DefaultWindowNs : window))
        {
            breaker.HasWindow = true;
            breaker.WindowNs = timeNs;
            breaker.Failures = 0;
            breaker.Answers = 0;
        }
    }

    private long Probes(int scope)
    {
        long probes = Limit(RiskLimitKind.BreakerProbes, scope);
        return probes == long.MaxValue ? 1 : Math.Max(1, probes);
    }

    /// <summary>A limit, or the largest number where there is none.</summary>
    private long Limit(RiskLimitKind kind, int scope) => (long)Int128.Min(_limits.At(kind, scope), long.MaxValue);

    private void Alert(ref readonly OrderRecord order, int level, ref readonly Breaker breaker, RiskLimitKind cause, long value, long limit, long timeNs) => Alerts.Add(new BreakerAlert
    {
        TimeNs = timeNs,
        Scope = level switch
        {
            0 => RiskScope.Firm,
            1 => RiskScope.Of(order.Account),
            2 => RiskScope.Of(order.Strategy),
            3 => RiskScope.Of(order.Venue),
            4 => RiskScope.Of(order.Instrument),
            _ => RiskScope.Of(order.Account, order.Instrument),
        },
        State = breaker.State,
        Cause = cause,
        Value = value,
        Limit = limit,
    });

    private void ScopesOf(ref readonly OrderRecord order, out OrderScopes scopes) =>
        _limits.Scopes.Find(order.Account, order.Strategy, order.Venue, order.Instrument, order.PositionIndex, out scopes);
}
