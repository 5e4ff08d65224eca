using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Monitoring;

/// <summary>Something that happened to an order.</summary>
/// <param name="Sequence">Of the engine's event.</param>
/// <param name="TimeNs">The engine's time, ns since 1970-01-01 UTC.</param>
/// <param name="ExecType">What happened.</param>
/// <param name="OrdStatus">How the order stood then.</param>
/// <param name="Reason">Why, where something was refused.</param>
public readonly record struct OrderHistoryEntry(long Sequence, long TimeNs, ExecType ExecType, OrdStatus OrdStatus, RejectReason Reason);
