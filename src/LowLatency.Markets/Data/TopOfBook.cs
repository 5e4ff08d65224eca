using System.Runtime.InteropServices;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Markets.Data;

/// <summary>The best price and displayed size of both sides; a side without orders has quantity 0 and price 0.</summary>
/// <param name="BidPrice">Best bid.</param>
/// <param name="BidQuantity">Size at the best bid.</param>
/// <param name="AskPrice">Best ask.</param>
/// <param name="AskQuantity">Size at the best ask.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct TopOfBook(Price BidPrice, Quantity BidQuantity, Price AskPrice, Quantity AskQuantity)
{
    /// <summary>True when somebody bids.</summary>
    public bool HasBid => BidQuantity.Raw > 0;

    /// <summary>True when somebody offers.</summary>
    public bool HasAsk => AskQuantity.Raw > 0;
}
