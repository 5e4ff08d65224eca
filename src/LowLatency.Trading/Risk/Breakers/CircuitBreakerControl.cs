using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Breakers;

/// <summary>Nothing is sent while a circuit breaker of one of an order's scopes is open, or waits for its probes.</summary>
internal readonly struct CircuitBreakerControl(CircuitBreakers breakers) : IRiskControl
{
    public static RejectReason Reason => RejectReason.CircuitBreaker;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => breakers.IsOn && Find(in request) >= 0;

    /// <summary>The limit that opened the first such breaker, and when it lets probes through.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        int scope = breakers.IsOn ? Find(in request) : -1;
        return scope < 0 ? new(0, RiskLimitTable.None) : new((int)breakers.At(scope).Cause, breakers.At(scope).ProbesFromNs);
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private int Find(ref readonly RiskRequest request)
    {
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            if (((int)request.Levels >> level & 1) != 0 && breakers.Blocks(request.Scopes[level], request.TimeNs))
            {
                return request.Scopes[level];
            }
        }

        return -1;
    }
}
