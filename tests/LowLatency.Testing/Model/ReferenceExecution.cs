using System.Numerics;
using LowLatency.Trading.Orders;

namespace LowLatency.Testing.Model;

/// <summary>A booked execution.</summary>
/// <param name="Order">Its order, as it was.</param>
/// <param name="Handle">The order's handle.</param>
/// <param name="Number">The venue's number.</param>
/// <param name="Liquidity">Maker or taker.</param>
internal sealed record ReferenceExecution(ReferenceOrder Order, ulong Handle, ulong Number, Liquidity Liquidity)
{
    public BigInteger Price { get; set; }

    /// <summary>0 once it has been busted.</summary>
    public BigInteger Quantity { get; set; }
}
