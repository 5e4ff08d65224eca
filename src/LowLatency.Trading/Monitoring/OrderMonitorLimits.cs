namespace LowLatency.Trading.Monitoring;

/// <summary>What an <see cref="OrderMonitor"/> keeps; taken once at start.</summary>
/// <param name="CompletedOrders">Completed orders, the oldest first out; 1 to 16,777,216.</param>
/// <param name="HistoryEntries">What happened to an order, the oldest first out; 1 to 1,024.</param>
public sealed record OrderMonitorLimits(int CompletedOrders = 4_096, int HistoryEntries = 16);
