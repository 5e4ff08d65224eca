using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>What an order counts for in the sums of its scopes.</summary>
/// <param name="Open">The value it may still trade, raw 1e-16: at its price, a market order at the opposite best of when it was sent, one that waits for a trigger at that; while a replacement is on its way, the larger of both.</param>
/// <param name="Working">1 while it works, else 0.</param>
internal readonly record struct OrderStanding(Int128 Open, long Working)
{
    /// <summary>As an order stands now.</summary>
    public static OrderStanding Of(ref readonly OrderRecord order)
    {
        if (order.Status.IsFinal())
        {
            return default;
        }

        Int128 open = Notional.ProductOfPositive(order.ValuedPrice, order.LeavesQty);
        return new OrderStanding((order.Flags & OrderFlags.Replacing) == 0 ? open : Int128.Max(open, Replacing(in order)), 1);
    }

    private static Int128 Replacing(ref readonly OrderRecord order) => Notional.ProductOfPositive(order.ReplacePrice, Math.Max(0, order.ReplaceQuantity - order.CumQty));
}
