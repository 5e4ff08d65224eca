namespace LowLatency.Trading.Monitoring;

/// <summary>Takes completed orders that an <see cref="OrderMonitor"/> does not keep any longer: for files, databases, drop copies. Called on the monitor's thread, the oldest first.</summary>
public interface ICompletedOrderSink
{
    /// <summary>Takes an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="history">What happened to it, the oldest first, as far as it was kept; valid during the call.</param>
    void Take(in OrderSnapshot order, ReadOnlySpan<OrderHistoryEntry> history);
}
