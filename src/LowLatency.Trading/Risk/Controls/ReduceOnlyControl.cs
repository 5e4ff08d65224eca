using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>A reduce-only order may not be more than, with everything working on its side, brings the position to nothing.</summary>
internal readonly struct ReduceOnlyControl : IRiskControl
{
    public static RejectReason Reason => RejectReason.ReduceOnly;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => request.IsReduceOnly && request.Extra > 0 && !request.IsReducing;

    /// <summary>What could execute on its side, against the position it may close.</summary>
    public RiskUse Use(ref readonly RiskRequest request) => new((Int128)request.Position.Working(request.Side) + request.Extra, Math.Max(0, request.Reducible));

    public long Room(ref readonly RiskRequest request) => request.IsReduceOnly
        ? request.Quantity - request.Extra + Math.Max(0, request.Reducible - request.Position.Working(request.Side))
        : long.MaxValue;
}
