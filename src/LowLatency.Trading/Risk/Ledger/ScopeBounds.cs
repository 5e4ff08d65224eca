using System.Runtime.InteropServices;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>The limits on what is counted for a scope, side by side; the highest number stands where there is none. Money is raw 1e-16.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct ScopeBounds
{
    public Int128 GrossCredit;
    public Int128 NetCredit;
    public Int128 DailyTraded;
    public long WorkingOrders;
    public long DailyOrders;
    public long Executions;
    public long MessagesPerFill;

    /// <summary>Messages a second; 0 also where <see cref="HasRate"/> is false.</summary>
    public ulong Rate;

    /// <summary>Messages at once.</summary>
    public ulong Burst;

    /// <summary>0 where there is none.</summary>
    public long DuplicateWindowNs;

    public bool HasRate;
    public bool HasMessagesPerFill;

    public static ScopeBounds Of(RiskLimitTable limits, int scope)
    {
        Int128 rate = limits.At(RiskLimitKind.MaxMessageRate, scope);
        Int128 burst = limits.At(RiskLimitKind.MaxMessageBurst, scope);
        Int128 window = limits.At(RiskLimitKind.DuplicateWindow, scope);
        bool hasRate = rate != RiskLimitTable.None;
        return new ScopeBounds
        {
            GrossCredit = limits.At(RiskLimitKind.MaxGrossCredit, scope),
            NetCredit = limits.At(RiskLimitKind.MaxNetCredit, scope),
            DailyTraded = limits.At(RiskLimitKind.MaxDailyTraded, scope),
            WorkingOrders = Narrow(limits.At(RiskLimitKind.MaxWorkingOrders, scope)),
            DailyOrders = Narrow(limits.At(RiskLimitKind.MaxDailyOrders, scope)),
            Executions = Narrow(limits.At(RiskLimitKind.MaxExecutions, scope)),
            MessagesPerFill = Narrow(limits.At(RiskLimitKind.MaxMessagesPerFill, scope)),
            HasMessagesPerFill = limits.At(RiskLimitKind.MaxMessagesPerFill, scope) != RiskLimitTable.None,
            DuplicateWindowNs = window == RiskLimitTable.None ? 0 : (long)window,
            HasRate = hasRate,
            Rate = hasRate ? (ulong)rate : 0,
            Burst = !hasRate ? 0 : (ulong)(burst != RiskLimitTable.None ? burst : rate),
        };
    }

    private static long Narrow(Int128 limit) => (long)Int128.Min(limit, long.MaxValue);
}
