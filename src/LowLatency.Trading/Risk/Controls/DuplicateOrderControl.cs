using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Ledger;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>The same account, instrument, side, price and quantity again within a window. Replacements are no duplicates. While more orders count than can be remembered, every new one is refused.</summary>
internal readonly struct DuplicateOrderControl(SentOrders sent) : IRiskControl
{
    public static RejectReason Reason => RejectReason.DuplicateOrder;

    public static bool IsShare => false;

    public bool Breaks(ref readonly RiskRequest request)
    {
        if (request.DuplicateWindowNs == 0 || !request.IsNew)
        {
            return false;
        }

        SentOrder order = Order(in request);
        return sent.IsFull || sent.LastSentNs(in order) > request.TimeNs - request.DuplicateWindowNs;
    }

    /// <summary>Nanoseconds since the like was sent, against the window; the number of orders remembered where there are too many.</summary>
    public RiskUse Use(ref readonly RiskRequest request)
    {
        SentOrder order = Order(in request);
        long last = sent.LastSentNs(in order);
        return sent.IsFull ? new(sent.Capacity, sent.Capacity) : new(last == long.MinValue ? 0 : request.TimeNs - last, request.DuplicateWindowNs);
    }

    public long Room(ref readonly RiskRequest request) => long.MaxValue;

    /// <summary>Forgets what no window reaches any more. Before orders are looked at.</summary>
    /// <param name="timeNs">The time.</param>
    /// <param name="widestNs">The longest window of any scope.</param>
    public void Forget(long timeNs, long widestNs) => sent.Forget(timeNs - widestNs + 1);

    /// <summary>A new order leaves.</summary>
    public void Remember(ref readonly RiskRequest request)
    {
        if (request.DuplicateWindowNs != 0)
        {
            SentOrder order = Order(in request);
            sent.Add(in order);
        }
    }

    private static SentOrder Order(ref readonly RiskRequest request) => new()
    {
        Price = request.OrderType == Primitives.Orders.OrderType.Market && !request.Waits ? 0 : request.Price,
        Quantity = request.Quantity,
        PositionIndex = request.PositionIndex,
        Side = request.Side,
        TimeNs = request.TimeNs,
    };
}
