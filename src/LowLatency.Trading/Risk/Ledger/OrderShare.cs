using System.Runtime.InteropServices;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>What an order has been counted with in the sums of its scopes, by its slot.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct OrderShare
{
    /// <summary>Its open value, raw 1e-16.</summary>
    public Int128 Open;

    /// <summary>What a unit of it is taken to cost: its price, or for a market order the opposite best when it was sent.</summary>
    public long Price;

    /// <summary>Whether it is among the working orders.</summary>
    public bool IsWorking;
}
