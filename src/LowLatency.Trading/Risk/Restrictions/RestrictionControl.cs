using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Restrictions;

/// <summary>Restricted lists: where trading is forbidden nothing passes; where opening is, only what cannot lead, with every working order of its side filled, beyond a flat position.</summary>
internal readonly struct RestrictionControl(RiskLimitTable limits) : IRiskControl
{
    /// <summary>The limit that forbids to open a position; 0 forbids to trade.</summary>
    private const int NoOpening = 1;

    public static RejectReason Reason => RejectReason.RestrictedInstrument;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request)
    {
        Int128 restriction = TightestLimit.Of(limits, RiskLimitKind.Restriction, in request);
        return restriction < NoOpening || (restriction == NoOpening && request.Extra > Math.Max(0, -Worst(in request)));
    }

    /// <summary>The position the order could lead to, counted towards its side, against flat.</summary>
    public RiskUse Use(ref readonly RiskRequest request) => new((Int128)Worst(in request) + request.Extra, 0);

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private static long Worst(ref readonly RiskRequest request) =>
        (request.Side == Side.Buy ? request.Position.Position : -request.Position.Position) + request.Position.Working(request.Side);
}
