using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>How many messages may be sent in a time: a bucket of tokens per scope, filled at the rate up to the burst. What is sent takes one; cancels and refused orders take none.</summary>
/// <remarks>Tokens are kept in units of 1e-9, so that filling is exact: elapsed nanoseconds × messages a second.</remarks>
internal readonly struct MessageRateControl(RiskLimitTable limits, RiskLedger ledger) : IRiskControl
{
    private const ulong Token = 1_000_000_000;

    public static RejectReason Reason => RejectReason.MessageRate;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (!limits.IsSet(RiskLimitKind.MaxMessageRate))
        {
            return false;
        }

        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            int scope = request.Scopes[level];
            if (limits.At(RiskLimitKind.MaxMessageRate, scope) != RiskLimitTable.None && Tokens(scope, request.TimeNs) < Token)
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
            if (limits.At(RiskLimitKind.MaxMessageRate, scope) != RiskLimitTable.None)
            {
                ulong burst = Burst(scope);
                RiskUse use = new((Int128)burst - (Tokens(scope, request.TimeNs) / Token) + 1, burst);
                tightest = tightest.Limit == RiskLimitTable.None || use.Limit - use.Value < tightest.Limit - tightest.Value ? use : tightest;
            }
        }

        return tightest;
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    /// <summary>A message leaves.</summary>
    public void Take(in OrderScopes scopes, long timeNs)
    {
        if (!limits.IsSet(RiskLimitKind.MaxMessageRate))
        {
            return;
        }

        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            int scope = scopes[level];
            if (limits.At(RiskLimitKind.MaxMessageRate, scope) != RiskLimitTable.None)
            {
                ulong left = Tokens(scope, timeNs) - Token;
                ref ScopeSums sums = ref ledger.At(scope, timeNs);
                sums.Tokens = left;
                sums.TokensTimeNs = timeNs;
                sums.HasTokens = true;
            }
        }
    }

    /// <summary>What the bucket of a scope holds; a scope that has not sent yet holds its burst.</summary>
    private ulong Tokens(int scope, long timeNs)
    {
        ref ScopeSums sums = ref ledger.At(scope, timeNs);
        ulong most = Burst(scope) * Token;
        if (!sums.HasTokens)
        {
            return most;
        }

        ulong rate = (ulong)limits.At(RiskLimitKind.MaxMessageRate, scope);
        ulong high = Math.BigMul((ulong)(timeNs - sums.TokensTimeNs), rate, out ulong filled);
        return high != 0 || filled >= most || sums.Tokens >= most - filled ? most : sums.Tokens + filled;
    }

    /// <summary>The burst of a scope, the rate where it has none.</summary>
    private ulong Burst(int scope)
    {
        Int128 burst = limits.At(RiskLimitKind.MaxMessageBurst, scope);
        return (ulong)(burst != RiskLimitTable.None ? burst : limits.At(RiskLimitKind.MaxMessageRate, scope));
    }
}
