namespace LowLatency.Replay.Latency;

/// <summary>How long a request takes to the venue, and a report back. A connection keeps its order: whatever a model answers, nothing overtakes what was sent before it.</summary>
public interface IOrderLatencyModel
{
    /// <summary>Order-entry latency of a request sent at <paramref name="timeNs"/>; not below zero.</summary>
    long EntryNs(long timeNs);

    /// <summary>Response latency of a report the venue sent at <paramref name="timeNs"/>; not below zero.</summary>
    long ResponseNs(long timeNs);
}
