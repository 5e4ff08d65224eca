using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Replay.Venue.L2;

/// <summary>One instrument at a <see cref="RiskAverseQueueVenue"/>: the displayed levels and the own orders resting among them.</summary>
internal sealed class RiskAverseQueueBook(Instrument instrument, OwnOrders orders) : IDisposable
{
    private readonly DisplayedBook _displayed = new(instrument.TickSize);
    private readonly OwnQueue<BidSide> _bids = new(orders, instrument.TickSize);
    private readonly OwnQueue<AskSide> _asks = new(orders, instrument.TickSize);
    private readonly long _lot = instrument.LotSize.Raw;

    /// <summary>The displayed price an aggressor of that side would meet; 0 where there is none.</summary>
    public long Opposite(Side side) => side == Side.Buy
        ? _displayed.BestAsk == DisplayedBook.NoAsk ? 0 : _displayed.BestAsk
        : _displayed.BestBid == DisplayedBook.NoBid ? 0 : _displayed.BestBid;

    /// <summary>Sets a displayed level. Own orders there have at most that much ahead; own orders of the other side that the new best price crosses fill.</summary>
    /// <returns>False for a level that cannot be.</returns>
    public bool SetLevel(in MarketEvent e)
    {
        long price = e.Price.Raw;
        long quantity = e.Quantity.Raw;
        if (e.Side == Side.Buy)
        {
            long before = _displayed.BestBid;
            if (!_displayed.SetBid(price, quantity))
            {
                return false;
            }

            Shorten(_bids.IsEmpty ? 0 : _bids.FirstAt(price), quantity);
            if (_displayed.BestBid > before && !_asks.IsEmpty)
            {
                FillAll(_asks, _displayed.BestBid, e.ExchangeTimeNs);
            }

            return true;
        }

        long beforeAsk = _displayed.BestAsk;
        if (e.Side != Side.Sell || !_displayed.SetAsk(price, quantity))
        {
            return false;
        }

        Shorten(_asks.IsEmpty ? 0 : _asks.FirstAt(price), quantity);
        if (_displayed.BestAsk < beforeAsk && !_bids.IsEmpty)
        {
            FillAll(_bids, _displayed.BestAsk, e.ExchangeTimeNs);
        }

        return true;
    }

    /// <summary>Removes displayed levels; own orders keep what was ahead of them until a level at their price says less.</summary>
    /// <returns>False for neither side.</returns>
    public bool ClearLevels(in MarketEvent e)
    {
        if (e.Side == Side.Buy)
        {
            _displayed.ClearBids(e.Price.Raw);
        }
        else if (e.Side == Side.Sell)
        {
            _displayed.ClearAsks(e.Price.Raw);
        }

        return e.Side is Side.Buy or Side.Sell;
    }

    /// <summary>A trade: own orders it passes fill, own orders at its price come nearer. Where the aggressor is not known both sides count.</summary>
    public void Trade(in MarketEvent e)
    {
        if (e.Side != Side.Buy && !_bids.IsEmpty)
        {
            Trade(_bids, in e);
        }

        if (e.Side != Side.Sell && !_asks.IsEmpty)
        {
            Trade(_asks, in e);
        }
    }

    /// <summary>Lets an order rest at the tail of what is displayed at its price.</summary>
    /// <returns>False when there are too many prices.</returns>
    public bool Rest(int number)
    {
        ref QueuedOrder order = ref orders[number];
        bool buy = order.Side == Side.Buy;
        order.Ahead = buy ? _displayed.BidAt(order.Price) : _displayed.AskAt(order.Price);
        return buy ? _bids.Add(number) : _asks.Add(number);
    }

    /// <summary>Takes a resting order out.</summary>
    public void Remove(int number)
    {
        if (orders[number].Side == Side.Buy)
        {
            _bids.Remove(number);
        }
        else
        {
            _asks.Remove(number);
        }
    }

    public void Dispose()
    {
        _displayed.Dispose();
        _bids.Dispose();
        _asks.Dispose();
    }

    private void Shorten(int number, long displayed)
    {
        for (; number != 0; number = orders[number].Next)
        {
            ref QueuedOrder order = ref orders[number];
            order.Ahead = Math.Min(order.Ahead, displayed);
        }
    }

    private void FillAll<TSide>(OwnQueue<TSide> side, long limit, long timeNs)
        where TSide : struct, ILadderSide
    {
        for (int number; (number = side.FirstAtOrBetter(limit)) != 0;)
        {
            Fill(side, number, timeNs);
        }
    }

    private void Trade<TSide>(OwnQueue<TSide> side, in MarketEvent e)
        where TSide : struct, ILadderSide
    {
        for (int passed; (passed = side.FirstBetter(e.Price.Raw)) != 0;)
        {
            Fill(side, passed, e.ExchangeTimeNs);
        }

        for (int number = side.FirstAt(e.Price.Raw), next; number != 0; number = next)
        {
            ref QueuedOrder order = ref orders[number];
            next = order.Next;
            order.Ahead -= e.Quantity.Raw;
            if (order.Ahead <= -_lot)
            {
                Fill(side, number, e.ExchangeTimeNs);
            }
        }
    }

    private void Fill<TSide>(OwnQueue<TSide> side, int number, long timeNs)
        where TSide : struct, ILadderSide
    {
        ref QueuedOrder order = ref orders[number];
        orders.ReportFill(in order, order.Price, Liquidity.Added, timeNs);
        side.Remove(number);
        order.Handle = default;
    }
}
