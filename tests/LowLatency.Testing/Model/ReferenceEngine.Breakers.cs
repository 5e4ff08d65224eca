using System.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>Circuit breakers.</summary>
public sealed partial class ReferenceEngine
{
    private static RiskLimitKind[] BreakerKinds => [.. Enum.GetValues<RiskLimitKind>().Where(kind => kind.ToString().StartsWith("Breaker", StringComparison.Ordinal))];

    private readonly Dictionary<RiskScope, ReferenceBreaker> _breakers = [];
    private bool _hasBreakers = definition.RiskLimits.Keys.Any(key => BreakerKinds.Contains(key.Kind));

    /// <summary>Every change of a state.</summary>
    public List<BreakerAlert> BreakerAlerts { get; } = [];

    private ReferenceBreaker BreakerOf(RiskScope scope)
    {
        if (!_breakers.TryGetValue(scope, out ReferenceBreaker? breaker))
        {
            _breakers[scope] = breaker = new ReferenceBreaker();
        }

        return breaker;
    }

    private long? BreakerLimit(RiskLimitKind kind, RiskScope scope) => _limits.TryGetValue((scope, kind), out Int128 limit) ? (long)limit : null;

    private long Probes(RiskScope scope) => Math.Max(1, BreakerLimit(RiskLimitKind.BreakerProbes, scope) ?? 1);

    private bool Blocks(RiskScope scope)
    {
        ReferenceBreaker breaker = BreakerOf(scope);
        if (breaker.State == BreakerState.Closed)
        {
            return false;
        }

        bool isRoundOver = BreakerLimit(RiskLimitKind.BreakerCooldown, scope) is { } cooldown && _nowNs - breaker.ProbesFrom >= cooldown;
        return breaker.ProbesFrom is not { } from || _nowNs < from || (breaker.ProbesSent >= Probes(scope) && !isRoundOver);
    }

    private Measured CircuitBreaker(Demand demand)
    {
        RiskScope? scope = ScopesOf(demand).Where(_counted.Contains).Where(Blocks).Cast<RiskScope?>().FirstOrDefault();
        return scope is not { } blocked
            ? new(0, null, false, long.MaxValue, IsShare: false)
            : new((int)BreakerOf(blocked).Cause, BreakerOf(blocked).ProbesFrom ?? long.MaxValue, true, long.MaxValue, IsShare: false);
    }

    private Measured Spread(Demand demand)
    {
        BigInteger? limit = Limit(RiskLimitKind.BreakerMaxSpreadBps, demand);
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        BigInteger spread = bid == 0 || ask == 0 ? long.MaxValue : ask <= bid ? 0 : (((ask - bid) * 10_000) + bid - 1) / bid;
        return new(spread, limit, !demand.Waits && spread > limit, long.MaxValue, IsShare: false);
    }

    /// <summary>The counted scopes of an order, by level.</summary>
    private RiskScope[] BreakerScopes(ReferenceOrder order) => !_hasBreakers ? [] :
    [
        .. new[]
        {
            RiskScope.Firm, RiskScope.Of(order.Account), RiskScope.Of(order.Strategy), RiskScope.Of(order.Listing.Venue), RiskScope.Of(order.Listing.Instrument),
            RiskScope.Of(order.Account, order.Listing.Instrument),
        }.Where(_counted.Contains),
    ];

    private void Alert(RiskScope scope, ReferenceBreaker breaker, RiskLimitKind cause = RiskLimitKind.None, BigInteger value = default, long limit = 0) =>
        BreakerAlerts.Add(new BreakerAlert { TimeNs = _nowNs, Scope = scope, State = breaker.State, Cause = cause, Value = (long)value, Limit = limit });

    private void WatchSent(ReferenceOrder order)
    {
        order.AgeFrom = _looksAtAges && CountedScopesOf(order).Length > 0 ? (_nowNs, ++_sent) : null;
        RiskScope[] scopes = BreakerScopes(order);
        if (scopes.Length > 0)
        {
            (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(order.Listing.Instrument);
            order.SentMark = (_nowNs, order.Side == Side.Buy ? ask : bid);
        }

        foreach (RiskScope scope in scopes.Where(scope => BreakerOf(scope).State != BreakerState.Closed))
        {
            ReferenceBreaker breaker = BreakerOf(scope);
            if (breaker.ProbesSent >= Probes(scope))
            {
                (breaker.ProbesFrom, breaker.ProbesSent, breaker.ProbesTaken) = (_nowNs, 0, 0);
            }

            breaker.ProbesSent++;
            if (breaker.State == BreakerState.Open)
            {
                breaker.State = BreakerState.HalfOpen;
                Alert(scope, breaker);
            }
        }
    }

    private void WatchAnswer(ReferenceOrder order, bool isRefused)
    {
        foreach (RiskScope scope in BreakerScopes(order).Where(scope => BreakerOf(scope).State != BreakerState.Open))
        {
            ReferenceBreaker breaker = BreakerOf(scope);
            if (breaker.WindowFrom is not { } from || _nowNs - from >= (BreakerLimit(RiskLimitKind.BreakerWindow, scope) ?? 60_000_000_000))
            {
                breaker.WindowFrom = _nowNs;
                breaker.Refused.Clear();
            }

            breaker.Refused.Add(isRefused);
            int failures = breaker.Refused.Count(one => one);
            bool probes = breaker.State == BreakerState.HalfOpen;
            if (isRefused && probes)
            {
                Trip(scope, RiskLimitKind.BreakerMaxFailures, failures, 0);
            }
            else if (isRefused)
            {
                _ = TryTrip(scope, RiskLimitKind.BreakerMaxFailures, failures)
                    || (breaker.Refused.Count >= 10 && TryTrip(scope, RiskLimitKind.BreakerMaxFailureBps, failures * 10_000 / breaker.Refused.Count));
            }
            else if (!(order.SentMark is { } mark && TryTrip(scope, RiskLimitKind.BreakerMaxLatency, _nowNs - mark.TimeNs)) && probes && ++breaker.ProbesTaken >= Probes(scope))
            {
                _breakers.Remove(scope);
                Alert(scope, BreakerOf(scope));
            }
        }
    }

    private void WatchFill(ReferenceOrder order, BigInteger price, BigInteger realized)
    {
        BigInteger reference = order.SentMark?.Reference ?? 0;
        BigInteger worse = order.Side == Side.Buy ? price - reference : reference - price;
        BigInteger shortfall = reference > 0 && worse > 0 ? ((worse * 10_000) + reference - 1) / reference : 0;
        foreach (RiskScope scope in BreakerScopes(order).Where(scope => BreakerOf(scope).State != BreakerState.Open))
        {
            ReferenceBreaker breaker = BreakerOf(scope);
            breaker.Losses = realized < 0 ? breaker.Losses + 1 : realized > 0 ? 0 : breaker.Losses;
            _ = TryTrip(scope, RiskLimitKind.BreakerMaxShortfallBps, shortfall) || TryTrip(scope, RiskLimitKind.BreakerMaxLosses, breaker.Losses);
        }
    }

    private bool TryTrip(RiskScope scope, RiskLimitKind cause, BigInteger value)
    {
        bool trips = BreakerLimit(cause, scope) is { } limit && value > limit;
        if (trips)
        {
            Trip(scope, cause, value, BreakerLimit(cause, scope)!.Value);
        }

        return trips;
    }

    private void Trip(RiskScope scope, RiskLimitKind cause, BigInteger value, long limit)
    {
        _breakers.Remove(scope);
        ReferenceBreaker breaker = BreakerOf(scope);
        breaker.State = BreakerState.Open;
        breaker.Cause = cause;
        breaker.ProbesFrom = _nowNs + BreakerLimit(RiskLimitKind.BreakerCooldown, scope);
        Alert(scope, breaker, cause, value, limit);
    }
}
