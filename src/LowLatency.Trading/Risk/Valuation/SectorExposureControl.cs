using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>The worst cases of all positions of a sector together, of the account or of every account of the firm. An order that only reduces its position passes, and so does one that adds nothing.</summary>
internal readonly struct SectorExposureControl(RiskLimitTable limits, RiskValuation valuation, PositionBook positions, SectorTable sectors, int accounts) : IRiskControl
{
    private const int Account = 1;

    public static RejectReason Reason => RejectReason.SectorExposure;

    public static bool CountsMoney => true;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (!limits.IsSet(RiskLimitKind.MaxSectorExposure) || request.Extra <= 0 || request.IsReducing)
        {
            return false;
        }

        RiskUse use = Use(in request);
        return use.Value > use.Limit;
    }

    /// <summary>Of firm and account the one with the least left.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        RiskUse firm = Use(in request, 0);
        RiskUse account = Use(in request, Account);
        return firm.Limit == RiskLimitTable.None ? account
            : account.Limit == RiskLimitTable.None || firm.Limit - firm.Value <= account.Limit - account.Value ? firm
            : account;
    }

    public long Room(ref readonly RiskRequest request) => limits.IsSet(RiskLimitKind.MaxSectorExposure) ? Math.Max(request.ReducingRoom, Math.Min(Room(in request, 0), Room(in request, Account))) : long.MaxValue;

    private RiskUse Use(ref readonly RiskRequest request, int level)
    {
        Int128 limit = Limit(in request, level);
        if (limit == RiskLimitTable.None)
        {
            return new(0, limit);
        }

        long mark = valuation.MarkOf(request.Instrument);
        return new(Others(in request, level) + Int128.Max(PositionValue.Worth(request.Position.Reach(request.Side) + request.Extra, mark), PositionValue.Worth(request.Position.Reach(request.OtherSide), mark)), limit);
    }

    private long Room(ref readonly RiskRequest request, int level)
    {
        Int128 limit = Limit(in request, level);
        long mark = valuation.MarkOf(request.Instrument);
        if (limit == RiskLimitTable.None || mark == 0)
        {
            return long.MaxValue;
        }

        Int128 left = limit - Others(in request, level);
        Int128 more = PositionValue.Worth(request.Position.Reach(request.OtherSide), mark) > left ? 0 : Int128.Max(0, (left / mark) - request.Position.Reach(request.Side));
        return (long)Int128.Clamp(request.Quantity - request.Extra + more, long.MinValue, long.MaxValue);
    }

    private Int128 Limit(ref readonly RiskRequest request, int level) =>
        sectors.PeersOf(request.Instrument).IsEmpty ? RiskLimitTable.None : limits.At(RiskLimitKind.MaxSectorExposure, request.Scopes[level]);

    /// <summary>The worst cases of all positions of the sector but the order's own.</summary>
    private Int128 Others(ref readonly RiskRequest request, int level)
    {
        Int128 sum = 0;
        foreach (InstrumentId instrument in sectors.PeersOf(request.Instrument))
        {
            for (int account = level == Account ? request.Account.Value : 1; account <= (level == Account ? request.Account.Value : accounts); account++)
            {
                int index = positions.IndexOf(new AccountId((ushort)account), instrument);
                if (index != request.PositionIndex)
                {
                    ref readonly PositionRecord position = ref positions.At(index);
                    long mark = valuation.MarkOf(instrument);
                    sum += Int128.Max(PositionValue.Worth(position.Reach(Side.Buy), mark), PositionValue.Worth(position.Reach(Side.Sell), mark));
                }
            }
        }

        return sum;
    }
}
