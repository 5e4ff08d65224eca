using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>How far beyond the opposite best the average price may lie that an order is expected to execute at, by the known book. What would execute beyond the known book breaks it.</summary>
internal readonly unsafe struct SweepControl(RiskLimitTable limits, ReferencePrices prices, DepthTable depth) : IRiskControl
{
    public static RejectReason Reason => RejectReason.SweepLimit;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request)
    {
        Int128 bps = TightestLimit.Of(limits, RiskLimitKind.MaxSweepBps, in request);
        if (bps == RiskLimitTable.None || !Reaches(in request))
        {
            return false;
        }

        SweepResult sweep = Sweep(in request);
        Int128 furthest = Furthest(in request, (int)bps) * sweep.Quantity;
        return sweep.Left > 0 || (request.Side == Side.Buy ? sweep.Cost > furthest : sweep.Cost < furthest);
    }

    /// <summary>The average price of what the known book has, cut off, against the furthest allowed.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        Int128 bps = TightestLimit.Of(limits, RiskLimitKind.MaxSweepBps, in request);
        if (bps == RiskLimitTable.None || !Reaches(in request))
        {
            return new(0, RiskLimitTable.None);
        }

        SweepResult sweep = Sweep(in request);
        return new(sweep.Quantity == 0 ? 0 : sweep.Cost / sweep.Quantity, Furthest(in request, (int)bps));
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    private SweepResult Sweep(ref readonly RiskRequest request)
    {
        bool isMarket = request.OrderType == OrderType.Market;
        long price = !isMarket ? request.Price : request.Side == Side.Buy ? long.MaxValue : 0;
        return depth.Sweep(request.Instrument, request.Side, price, request.Quantity - request.Executed);
    }

    /// <summary>Whether it would execute at once, as far as top of book says.</summary>
    private bool Reaches(ref readonly RiskRequest request)
    {
        long touch = Touch(in request);
        bool reaches = request.OrderType == OrderType.Market || (request.Side == Side.Buy ? request.Price >= touch : request.Price <= touch);
        return touch != 0 && reaches && request.Quantity > request.Executed;
    }

    private long Touch(ref readonly RiskRequest request) => prices.Of(request.Instrument)[request.Side == Side.Buy ? 1 : 0];

    private Int128 Furthest(ref readonly RiskRequest request, int bps)
    {
        long touch = Touch(in request);
        long share = PositionBook.Share(touch, bps);
        return request.Side == Side.Buy ? PositionBook.SaturatingAdd(touch, share) : Math.Max(0, touch - share);
    }
}
