using LowLatency.Trading.Risk.Breakers;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>A circuit breaker.</summary>
internal sealed class ReferenceBreaker
{
    public BreakerState State { get; set; }

    public RiskLimitKind Cause { get; set; }

    /// <summary>When probes pass, or the present round of them began; null where an operator has to close it.</summary>
    public long? ProbesFrom { get; set; }

    public long ProbesSent { get; set; }

    public long ProbesTaken { get; set; }

    /// <summary>Answers to new orders in the window, with their time: whether they were refusals.</summary>
    public List<bool> Refused { get; } = [];

    public long? WindowFrom { get; set; }

    public long Losses { get; set; }
}
