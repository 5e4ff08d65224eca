using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How many messages may be sent in a time: a bucket of tokens per scope, filled at the rate up to the burst. What is sent takes one; cancels and refused orders take none.</summary>
internal readonly struct MessageRateControl(RiskLedger ledger) : IRiskControl
{
    public static RejectReason Reason => RejectReason.MessageRate;

    public bool Breaks(ref readonly RiskRequest request)
    {
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            int scope = request.Scopes[level];
            if (ledger.BoundsOf(scope).HasRate && ledger.Tokens(scope, request.TimeNs) < RiskLedger.Token)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Messages of the burst in use, this one included, against the burst.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        RiskUse tightest = new(0, RiskLimitTable.None);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            int scope = request.Scopes[level];
            if (ledger.BoundsOf(scope).HasRate)
            {
                ulong burst = ledger.BoundsOf(scope).Burst;
                RiskUse use = new((Int128)burst - (ledger.Tokens(scope, request.TimeNs) / RiskLedger.Token) + 1, burst);
                tightest = tightest.Limit == RiskLimitTable.None || use.Limit - use.Value < tightest.Limit - tightest.Value ? use : tightest;
            }
        }

        return tightest;
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;
}
