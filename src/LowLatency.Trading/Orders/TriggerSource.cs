namespace LowLatency.Trading.Orders;

/// <summary>FIX TriggerPriceType (1107): the price that triggers an order. The values are FIX's.</summary>
public enum TriggerSource : byte
{
    /// <summary>The best price of the other side, at which the order would execute: the offer for a buy order, the bid for a sell order.</summary>
    Opposite = 0,

    /// <summary>The best offer.</summary>
    BestOffer = 1,

    /// <summary>The last trade.</summary>
    LastTrade = 2,

    /// <summary>The best bid.</summary>
    BestBid = 3,
}
