namespace LowLatency.Trading.Risk.Breakers;

/// <summary>What a circuit breaker lets through.</summary>
public enum BreakerState : byte
{
    /// <summary>Everything.</summary>
    Closed = 0,

    /// <summary>Nothing but cancels.</summary>
    Open = 1,

    /// <summary>Probes: if all are taken it closes, if one fails it opens again.</summary>
    HalfOpen = 2,
}
