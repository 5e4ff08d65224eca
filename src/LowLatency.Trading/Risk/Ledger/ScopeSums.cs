using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>What is counted and summed over the orders and fills of one scope. Money is raw 1e-16.</summary>
[StructLayout(LayoutKind.Sequential, Size = 192)]
internal struct ScopeSums
{
    /// <summary>Value of the open orders to buy; that of the others beside it, for <see cref="Open"/>.</summary>
    public Int128 OpenBuy;
    public Int128 OpenSell;

    /// <summary>Value bought today; that sold beside it, for <see cref="Traded"/>.</summary>
    public Int128 Bought;
    public Int128 Sold;

    /// <summary>The day that the numbers of today belong to.</summary>
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

    /// <summary>Whether the scope is counted: some limit needs it, or needed it once.</summary>
    public bool IsCounted;

    /// <summary>Value of the open orders of a side: buy, or sell for every other value.</summary>
    [UnscopedRef]
    public ref Int128 Open(Side side) => ref Unsafe.Add(ref OpenBuy, side == Side.Buy ? 0 : 1);

    /// <summary>Value traded today on a side.</summary>
    [UnscopedRef]
    public ref Int128 Traded(Side side) => ref Unsafe.Add(ref Bought, side == Side.Buy ? 0 : 1);
}
