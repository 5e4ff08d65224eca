using System.Runtime.InteropServices;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>What is counted and summed over the orders and fills of one scope. Money is raw 1e-16.</summary>
[StructLayout(LayoutKind.Sequential, Size = 192)]
internal struct ScopeSums
{
    /// <summary>Value of the open orders to buy; to sell beside it, for <see cref="RiskLedger"/>.</summary>
    public Int128 OpenBuy;
    public Int128 OpenSell;

    /// <summary>Value bought today.</summary>
    public Int128 Bought;

    /// <summary>Value sold today.</summary>
    public Int128 Sold;

    /// <summary>The day the numbers of today belong to, from <see cref="RiskLedger"/>.</summary>
    public long Day;

    /// <summary>New orders sent today.</summary>
    public long Orders;

    /// <summary>New orders, replacements and cancels sent today.</summary>
    public long Messages;

    /// <summary>Fills today.</summary>
    public long Fills;

    /// <summary>Fills since an operator last enabled the scope.</summary>
    public long FillsSinceEnabled;

    /// <summary>Working orders.</summary>
    public long Working;

    /// <summary>Messages that may be sent at once, in 1e-9 of a message, at <see cref="TokensTimeNs"/>.</summary>
    public ulong Tokens;

    public long TokensTimeNs;

    /// <summary>Whether <see cref="Tokens"/> has been written: a scope that has not sent yet may send its burst.</summary>
    public bool HasTokens;
}
