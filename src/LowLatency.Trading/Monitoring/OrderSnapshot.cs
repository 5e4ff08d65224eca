using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Monitoring;

/// <summary>An order as its last report left it.</summary>
public struct OrderSnapshot
{
    /// <summary>When it was sent, taken to be held, or refused; ns since 1970-01-01 UTC.</summary>
    public long CreatedNs;

    /// <summary>The last report about it, under the order's present client id.</summary>
    public ExecutionReport Last;
}
