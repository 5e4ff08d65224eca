using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The largest position of an account in an instrument, long or short, with every working order on the side counted as filled. A replacement that adds nothing passes, whatever the position is.</summary>
internal readonly struct PositionControl : IRiskControl
{
    public static RejectReason Reason => RejectReason.PositionLimit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Breaks(ref readonly RiskRequest request) => request.Extra > Math.Max(0, Headroom(in request.Position, request.Side));

    public RiskUse Use(ref readonly RiskRequest request) =>
        new((Int128)request.Position.MaxPosition - Headroom(in request.Position, request.Side) + request.Extra, request.Position.MaxPosition);

    public long Room(ref readonly RiskRequest request) =>
        (long)Int128.Clamp((Int128)request.Quantity - request.Extra + Math.Max(0, Headroom(in request.Position, request.Side)), long.MinValue, long.MaxValue);

    /// <summary>What may be added on a side before position and working orders, all executed, pass the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Headroom(ref readonly PositionRecord position, Side side)
    {
        long sign = side == Side.Buy ? 0 : -1;
        long worst = ((position.Position ^ sign) - sign) + Unsafe.AsRef(in position).Working(side);
        return position.MaxPosition - worst;
    }
}
