using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How many messages may be sent a day for each fill.</summary>
internal readonly struct MessagesPerFillControl(RiskLimitTable limits, RiskLedger ledger) : IRiskControl
{
    public static RejectReason Reason => RejectReason.OrderToTradeRatio;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (!limits.IsSet(RiskLimitKind.MaxMessagesPerFill))
        {
            return false;
        }

        RiskUse use = Use(in request);
        return use.Value > use.Limit;
    }

    public RiskUse Use(ref readonly RiskRequest request)
    {
        RiskUse tightest = new(0, RiskLimitTable.None);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            Int128 ratio = limits.At(RiskLimitKind.MaxMessagesPerFill, request.Scopes[level]);
            if (ratio != RiskLimitTable.None)
            {
                ref ScopeSums sums = ref ledger.At(request.Scopes[level], request.TimeNs);
                RiskUse use = new(sums.Messages + 1, ratio * (sums.Fills + 1));
                tightest = tightest.Limit == RiskLimitTable.None || use.Limit - use.Value < tightest.Limit - tightest.Value ? use : tightest;
            }
        }

        return tightest;
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
