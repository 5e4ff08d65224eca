using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;

namespace LowLatency.Tests.Replay.Venue.L2;

/// <summary>The published rules written down as plainly as they are stated: sorted lists, and every order looked at for every event.</summary>
internal sealed class PlainRiskAverseQueueModel(long lot)
{
    private readonly SortedDictionary<long, long> _bids = [];
    private readonly SortedDictionary<long, long> _asks = [];
    private readonly List<Own> _orders = [];
    private long? _bestBid;
    private long? _bestAsk;
    private ulong _orderId;
    private ulong _execId;
    private long _arrivals;

    public List<string> Reports { get; } = [];

    public bool IsOpen(int slot) => _orders.Exists(order => order.Request.Handle.Slot == slot);

    public void OnMarketEvent(in MarketEvent e)
    {
        if (e.Kind == MarketEventKind.Trade)
        {
            Trade(e.Side, e.Price.Raw, e.Quantity.Raw);
        }
        else
        {
            SetLevel(e.Side == Side.Buy, e.Price.Raw, e.Quantity.Raw);
        }
    }

    public void OnRequest(in VenueRequest request, long timeNs)
    {
        VenueRequest asked = request;
        int at = _orders.FindIndex(order => order.Request.Handle == asked.Handle);
        switch (request.Kind)
        {
            case VenueRequestKind.New when IsOpen(request.Handle.Slot):
                Refuse(in request, ExecType.Rejected, RejectReason.VenueRejected);
                break;
            case VenueRequestKind.New:
                Own order = new() { Request = request, Id = ++_orderId, Price = request.Price.Raw, Quantity = request.Quantity.Raw };
                Report(order, ExecType.New);
                Enter(order);
                break;
            case VenueRequestKind.Cancel or VenueRequestKind.Replace when at < 0:
                Refuse(in request, ExecType.CancelReject, RejectReason.VenueTooLate);
                break;
            case VenueRequestKind.Cancel:
                Report(_orders[at], ExecType.Canceled);
                _orders.RemoveAt(at);
                break;
            default:
                Replace(_orders[at], request.Price.Raw, request.Quantity.Raw);
                break;
        }
    }

    private void Replace(Own order, long price, long quantity)
    {
        bool keeps = price == order.Price && quantity <= order.Quantity;
        order.Price = price;
        order.Quantity = quantity;
        Report(order, ExecType.Replaced, quantity, price);
        if (!keeps)
        {
            _orders.Remove(order);
            Enter(order);
        }
    }

    private void Enter(Own order)
    {
        bool buy = order.Request.Side == Side.Buy;
        long? opposite = buy ? _bestAsk : _bestBid;
        if (opposite is { } best && (buy ? order.Price >= best : order.Price <= best))
        {
            if (order.Request.ExecInst == ExecInst.PostOnly)
            {
                Report(order, ExecType.Expired);
            }
            else
            {
                Fill(order, best, Liquidity.Removed);
            }
        }
        else if (order.Request.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok)
        {
            Report(order, ExecType.Canceled);
        }
        else
        {
            order.Ahead = (buy ? _bids : _asks).GetValueOrDefault(order.Price);
            order.Arrival = ++_arrivals;
            _orders.Add(order);
        }
    }

    private void SetLevel(bool bid, long price, long quantity)
    {
        SortedDictionary<long, long> side = bid ? _bids : _asks;
        long? before = bid ? _bestBid : _bestAsk;
        if (quantity == 0)
        {
            side.Remove(price);
        }
        else
        {
            side[price] = quantity;
        }

        if (bid)
        {
            MoveBestBid(price, quantity);
        }
        else
        {
            MoveBestAsk(price, quantity);
        }

        foreach (Own order in _orders.Where(order => order.Request.Side == (bid ? Side.Buy : Side.Sell) && order.Price == price))
        {
            order.Ahead = Math.Min(order.Ahead, quantity);
        }

        long? after = bid ? _bestBid : _bestAsk;
        if (after is { } best && (before is null || (bid ? best > before : best < before)))
        {
            FillWhere(order => bid ? order.Request.Side == Side.Sell && order.Price <= best : order.Request.Side == Side.Buy && order.Price >= best);
        }
    }

    private void MoveBestBid(long price, long quantity)
    {
        if (quantity == 0 && price == _bestBid)
        {
            _bestBid = Highest(_bids, below: price);
        }
        else if (quantity > 0 && (_bestBid is null || price > _bestBid))
        {
            _bestBid = price;
            _bestAsk = _bestAsk <= price ? Lowest(_asks, above: price) : _bestAsk;
        }
    }

    private void MoveBestAsk(long price, long quantity)
    {
        if (quantity == 0 && price == _bestAsk)
        {
            _bestAsk = Lowest(_asks, above: price);
        }
        else if (quantity > 0 && (_bestAsk is null || price < _bestAsk))
        {
            _bestAsk = price;
            _bestBid = _bestBid >= price ? Highest(_bids, below: price) : _bestBid;
        }
    }

    private void Trade(Side aggressor, long price, long quantity)
    {
        if (aggressor != Side.Buy)
        {
            TradeAgainst(Side.Buy, price, quantity);
        }

        if (aggressor != Side.Sell)
        {
            TradeAgainst(Side.Sell, price, quantity);
        }
    }

    private void TradeAgainst(Side side, long price, long quantity)
    {
        FillWhere(order => order.Request.Side == side && (side == Side.Buy ? order.Price > price : order.Price < price));
        foreach (Own order in _orders.Where(order => order.Request.Side == side && order.Price == price))
        {
            order.Ahead -= quantity;
        }

        FillWhere(order => order.Request.Side == side && order.Price == price && order.Ahead <= -lot);
    }

    private void FillWhere(Func<Own, bool> which)
    {
        foreach (Own order in _orders.Where(which)
            .OrderBy(order => order.Request.Side == Side.Buy ? -order.Price : order.Price)
            .ThenBy(order => order.Arrival)
            .ToList())
        {
            Fill(order, order.Price, Liquidity.Added);
            _orders.Remove(order);
        }
    }

    private static long? Highest(SortedDictionary<long, long> levels, long below) => levels.Keys.Where(price => price < below).Select(price => (long?)price).Max();

    private static long? Lowest(SortedDictionary<long, long> levels, long above) => levels.Keys.Where(price => price > above).Select(price => (long?)price).Min();

    private void Fill(Own order, long price, Liquidity liquidity) => Add(new VenueReport
    {
        Handle = order.Request.Handle,
        ExecType = ExecType.Trade,
        VenueNumber = ++_execId,
        Price = new(price),
        Quantity = new(order.Quantity),
        Liquidity = liquidity,
    });

    private void Report(Own order, ExecType execType, long quantity = 0, long price = 0) =>
        Add(new VenueReport { Handle = order.Request.Handle, ExecType = execType, VenueNumber = order.Id, Quantity = new(quantity), Price = new(price) });

    private void Refuse(in VenueRequest request, ExecType execType, RejectReason reason) =>
        Add(new VenueReport { Handle = request.Handle, ExecType = execType, Reason = reason, AnswersReplace = request.Kind == VenueRequestKind.Replace });

    private void Add(VenueReport report) => Reports.Add(RiskAverseQueueVenueTests.Describe(in report));

    private sealed class Own
    {
        public VenueRequest Request;
        public ulong Id;
        public long Price;
        public long Quantity;
        public long Ahead;
        public long Arrival;
    }
}
