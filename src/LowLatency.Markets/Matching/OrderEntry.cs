using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching;

/// <summary>A new order for a <see cref="MatchingBook"/>.</summary>
/// <param name="Id">Names the order while it is open; free again when it has left the book.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Limit in ticks, any value; not looked at for a market order.</param>
/// <param name="Quantity">Lots, 1 to <see cref="MatchingBookLimits.MaxQuantity"/>.</param>
/// <param name="Type">Market or limit. What a market order does not execute is canceled.</param>
/// <param name="TimeInForce">How long; day and good-till-cancel are the same to a book.</param>
/// <param name="ExecInst">Post-only, or none.</param>
/// <param name="Owner">A tag of the caller's, 0 or more, that comes back with every report.</param>
public readonly record struct OrderEntry(
    uint Id,
    Side Side,
    long Price,
    long Quantity,
    OrderType Type = OrderType.Limit,
    TimeInForce TimeInForce = TimeInForce.Day,
    ExecInst ExecInst = ExecInst.None,
    int Owner = 0);
