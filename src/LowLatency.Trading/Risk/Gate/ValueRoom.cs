namespace LowLatency.Trading.Risk.Gate;

/// <summary>How much of an order fits under a limit on value.</summary>
internal static class ValueRoom
{
    /// <summary>The largest total quantity, given what the request as it is would use.</summary>
    public static long Of(RiskUse use, ref readonly RiskRequest request)
    {
        if (use.Limit == Limits.RiskLimitTable.None || request.Price <= 0)
        {
            return long.MaxValue;
        }

        // What the request adds can shrink to nothing; beyond that another quantity does not help.
        Int128 left = use.Limit - use.Value + request.AddedValue + request.OpenValue;
        return left < 0 ? 0 : (long)Int128.Min(long.MaxValue, (left / request.Price) + request.Executed);
    }
}
