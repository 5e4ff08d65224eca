using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Breakers;

/// <summary>The circuit breaker of a scope.</summary>
internal struct Breaker
{
    public BreakerState State;

    /// <summary>The limit that opened it.</summary>
    public RiskLimitKind Cause;

    /// <summary>From when on probes pass, and while half open when the present round of them began.</summary>
    public long ProbesFromNs;

    /// <summary>Probes sent in this round.</summary>
    public long ProbesSent;

    /// <summary>Probes of this round that were taken.</summary>
    public long ProbesTaken;

    /// <summary>When the window began.</summary>
    public long WindowNs;

    /// <summary>Whether there has been a window.</summary>
    public bool HasWindow;

    /// <summary>Orders refused in the window.</summary>
    public long Failures;

    /// <summary>Orders answered in the window.</summary>
    public long Answers;

    /// <summary>Fills in a row that realised a loss.</summary>
    public long Losses;
}
