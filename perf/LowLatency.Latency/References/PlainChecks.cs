using System.Runtime.CompilerServices;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Latency.References;

/// <summary>The engine's checks of a new order for one account and one instrument, written straight down as a method that anybody would write: no ring, no event, no order kept. Nothing of the product's checks is in it.</summary>
internal sealed class PlainChecks
{
    public const long Tick = Price.One / 100;
    public const long Lot = Quantity.One;
    public const long MaxOrderQuantity = 10_000 * Quantity.One;
    public const long MaxPosition = 100_000_000 * Quantity.One;
    public const long Bid = (9_999 * Price.One) / 100;
    public const long Ask = (10_001 * Price.One) / 100;

    private const long MinPrice = Tick;
    private const long MaxPrice = 1_000_000_000 * Price.One;
    private const long MaxQuantity = 1_000_000_000 * Quantity.One;
    private const int CollarBps = 500;

    private static readonly Int128 MaxOrderNotional = (Int128)10_000_000 * Price.One * Quantity.One;

    private ulong _highest;
    private bool _killed;

    /// <summary>Bought less sold.</summary>
    public long Position { get; private set; }

    /// <summary>Refuses, or books the order as filled whole.</summary>
    /// <returns>Every check that failed.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Order(in PlainOrder order)
    {
        ulong failed = Check(in order);
        _highest = Math.Max(_highest, order.ClOrdId);
        if (failed == 0)
        {
            Position += order.Side == Side.Buy ? order.Quantity : -order.Quantity;
        }

        return failed;
    }

    /// <summary>Stops or starts trading.</summary>
    public void Kill(bool killed) => _killed = killed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Check(in PlainOrder order)
    {
        bool isMarket = order.OrderType == OrderType.Market;
        long price = isMarket ? order.Side == Side.Buy ? Ask : Bid : order.Price;
        long worst = (order.Side == Side.Buy ? Position : -Position) + order.Quantity;
        return Bit(order.Instrument != 1, RejectReason.UnknownInstrument)
            | Bit(order.Account != 1, RejectReason.UnknownAccount)
            | Bit(order.Side is not (Side.Buy or Side.Sell), RejectReason.InvalidSide)
            | Bit(order.OrderType is not (OrderType.Market or OrderType.Limit), RejectReason.InvalidOrderType)
            | Bit(order.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc or TimeInForce.Ioc or TimeInForce.Fok), RejectReason.InvalidTimeInForce)
            | Bit(isMarket ? order.Price != 0 : order.Price <= 0, RejectReason.InvalidPrice)
            | Bit(!isMarket && order.Price % Tick != 0, RejectReason.PriceOffTick)
            | Bit(!isMarket && order.Price is < MinPrice or > MaxPrice, RejectReason.PriceOutOfBounds)
            | Bit(order.Quantity <= 0, RejectReason.InvalidQuantity)
            | Bit(order.Quantity % Lot != 0, RejectReason.QuantityOffLot)
            | Bit(order.Quantity > MaxQuantity, RejectReason.QuantityOutOfBounds)
            | Bit(order.ClOrdId <= _highest, RejectReason.DuplicateClOrdId)
            | Bit(_killed, RejectReason.KillSwitch)
            | Bit(order.Quantity > MaxOrderQuantity, RejectReason.OrderQuantityLimit)
            | Bit((Int128)price * order.Quantity > MaxOrderNotional, RejectReason.OrderNotionalLimit)
            | Bit(price < Bid - (Bid * CollarBps / 10_000) || price > Ask + (Ask * CollarBps / 10_000), RejectReason.PriceCollar)
            | Bit(worst > MaxPosition, RejectReason.PositionLimit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(bool failed, RejectReason reason) => failed ? 1UL << (int)reason : 0;
}
