using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Breakers;

/// <summary>A circuit breaker has come to another state.</summary>
public struct BreakerAlert
{
    /// <summary>The engine's time, ns since 1970-01-01 UTC.</summary>
    public long TimeNs;

    /// <summary>Whose breaker.</summary>
    public RiskScope Scope;

    /// <summary>What it lets through now.</summary>
    public BreakerState State;

    /// <summary>The limit that opened it; none where it is half open or closed.</summary>
    public RiskLimitKind Cause;

    /// <summary>What was measured.</summary>
    public long Value;

    /// <summary>The limit it was above.</summary>
    public long Limit;
}
