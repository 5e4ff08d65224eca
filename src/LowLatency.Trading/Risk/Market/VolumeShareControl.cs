using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The largest quantity of one order as a share of the average daily volume. Where that is not known nothing passes.</summary>
internal readonly struct VolumeShareControl(RiskLimitTable limits, MarketReferences references) : IRiskControl
{
    public static RejectReason Reason => RejectReason.VolumeShareLimit;

    public bool Breaks(ref readonly RiskRequest request) => request.Quantity > Limit(in request);

    public RiskUse Use(ref readonly RiskRequest request) => new(request.Quantity, Limit(in request));

    public long Room(ref readonly RiskRequest request) => (long)Int128.Min(Limit(in request), long.MaxValue);

    /// <summary>The share as a quantity, cut off.</summary>
    private Int128 Limit(ref readonly RiskRequest request)
    {
        Int128 bps = TightestLimit.Of(limits, RiskLimitKind.MaxVolumeShareBps, in request);
        return bps == RiskLimitTable.None ? bps : bps * references.Of(request.Instrument).AverageDailyVolume / 10_000;
    }
}
