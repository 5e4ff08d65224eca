using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Trading.Risk.Restrictions;

/// <summary>Short sales need stock that has been located: the short position, with every working sale filled, may not be larger; and what is not marked short may not become one. Of no effect where no level says what short sales are allowed.</summary>
internal readonly struct LocateControl(RiskLimitTable limits) : IRiskControl
{
    /// <summary>The limit that allows what has been located; 0 allows nothing.</summary>
    private const int WhatIsLocated = 1;

    public static RejectReason Reason => RejectReason.LocateRequired;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request) => IsAsked(in request) && request.Extra > Math.Max(0, Allowed(in request) - Short(in request));

    /// <summary>The short position the order could lead to, against the largest allowed.</summary>
    public RiskUse Use(ref readonly RiskRequest request) => new((Int128)Short(in request) + request.Extra, IsAsked(in request) ? Allowed(in request) : RiskLimitTable.None);

    public long Room(ref readonly RiskRequest request) => IsAsked(in request)
        ? (long)Int128.Clamp((Int128)request.Quantity - request.Extra + Math.Max(0, Allowed(in request) - Short(in request)), long.MinValue, long.MaxValue)
        : long.MaxValue;

    private bool IsAsked(ref readonly RiskRequest request) => request.Side != Side.Buy && Restriction(in request) != RiskLimitTable.None;

    private Int128 Restriction(ref readonly RiskRequest request) => TightestLimit.Of(limits, RiskLimitKind.ShortSale, in request);

    private long Allowed(ref readonly RiskRequest request)
    {
        if (!request.Side.IsShort() || Restriction(in request) < WhatIsLocated || !limits.IsSet(RiskLimitKind.LocatedQuantity))
        {
            return 0;
        }

        Int128 located = limits.OfPosition(RiskLimitKind.LocatedQuantity, request.Account, request.Instrument);
        return located == RiskLimitTable.None ? 0 : (long)located;
    }

    /// <summary>The short position with every working sale filled; below zero where something is left.</summary>
    private static long Short(ref readonly RiskRequest request) => request.Position.WorkingSell - request.Position.Position;
}
