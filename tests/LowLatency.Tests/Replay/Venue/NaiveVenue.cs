using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>
/// The rules of the order-by-order venue, written as plainly as they can be: one queue per price and side, a linked list, in a sorted dictionary. One instrument; ticks and lots.
/// Every line is one of <see cref="VenueScript.Line"/>.
/// </summary>
internal sealed class NaiveVenue(bool selfTrade)
{
    private readonly SortedDictionary<long, LinkedList<NaiveOrder>> _bids = new(Comparer<long>.Create((a, b) => b.CompareTo(a)));
    private readonly SortedDictionary<long, LinkedList<NaiveOrder>> _asks = [];
    private readonly Dictionary<ulong, NaiveOrder> _recorded = [];
    private readonly Dictionary<ulong, NaiveOrder> _own = [];
    private bool _trading = true;

    public List<string> Lines { get; } = [];

    public IReadOnlyCollection<NaiveOrder> OwnOrders => _own.Values;

    public long Shown(Side side, long price) => Book(side).TryGetValue(price, out LinkedList<NaiveOrder>? queue) ? queue.Sum(o => o.Shown) : 0;

    public long ShownRecorded(Side side, long price) => Book(side).TryGetValue(price, out LinkedList<NaiveOrder>? queue) ? queue.Where(o => !o.IsOwn).Sum(o => o.Shown) : 0;

    public long Ahead(NaiveOrder order) => Book(order.Side)[order.Price].TakeWhile(o => o != order).Sum(o => o.Shown);

    public void OnEvent(MarketEventKind kind, ulong reference, ulong by, Side side, long lots, long price, TradingStatus status)
    {
        NaiveOrder? order = _recorded.GetValueOrDefault(reference);
        switch (kind)
        {
            case MarketEventKind.OrderAdded when order is null:
                Add(reference, side, lots, price, 0);
                break;
            case MarketEventKind.OrderExecuted when order is not null:
                HitAhead(order, Math.Min(lots, order.Recorded), _ => true);
                Shrink(order, lots);
                break;
            case MarketEventKind.OrderExecutedAtPrice when order is not null:
                HitAhead(order, Math.Min(lots, order.Recorded), own => own.Side == Side.Buy ? own.Price >= price : own.Price <= price);
                Shrink(order, lots);
                break;
            case MarketEventKind.OrderReduced when order is not null:
                Shrink(order, lots);
                break;
            case MarketEventKind.OrderDeleted when order is not null:
                Shrink(order, order.Recorded);
                break;
            case MarketEventKind.OrderReplaced when order is not null:
                long taken = order.Recorded - order.Shown;
                Shrink(order, order.Recorded);
                if (!_recorded.ContainsKey(by))
                {
                    Add(by, order.Side, lots, price, taken);
                }

                break;
            case MarketEventKind.Trade:
                Trade(lots, price);
                break;
            case MarketEventKind.Status:
                ChangeStatus(status);
                break;
        }
    }

    public void New(ulong name, Side side, long lots, long price, bool market, TimeInForce tif, bool postOnly)
    {
        if (_own.ContainsKey(name) || !_trading)
        {
            Lines.Add($"{name} Rejected VenueRejected");
            return;
        }

        Lines.Add($"{name} New");
        NaiveOrder order = new() { IsOwn = true, Name = name, Side = side, Price = price, Shown = lots, IsDay = tif == TimeInForce.Day, IsPostOnly = postOnly };
        Enter(order, market, tif);
    }

    public void Cancel(ulong name)
    {
        if (!_own.Remove(name, out NaiveOrder? order))
        {
            Lines.Add($"{name} CancelReject VenueTooLate");
            return;
        }

        Unlink(order);
        Lines.Add($"{name} Canceled");
    }

    public void Replace(ulong name, long total, long price)
    {
        if (!_own.TryGetValue(name, out NaiveOrder? order) || !_trading)
        {
            Lines.Add($"{name} ReplaceReject {(order is null ? "VenueTooLate" : "VenueRejected")}");
            return;
        }

        if (total <= order.Executed)
        {
            Cancel(name);
            return;
        }

        Lines.Add($"{name} Replaced {total}@{price}");
        long open = total - order.Executed;
        if (price == order.Price && open <= order.Shown)
        {
            order.Shown = open;
            return;
        }

        Unlink(order);
        _own.Remove(name);
        order.Shown = open;
        order.Price = price;
        Enter(order, false, order.IsDay ? TimeInForce.Day : TimeInForce.Gtc);
    }

    private void Enter(NaiveOrder order, bool market, TimeInForce tif)
    {
        List<NaiveOrder> makers = [.. Queue(Other(order.Side)).TakeWhile(maker => market || Crosses(order.Side, order.Price, maker.Price))];
        if (order.IsPostOnly && makers.Count > 0)
        {
            Lines.Add($"{order.Name} Expired");
            return;
        }

        bool stopped = !selfTrade && makers.Any(maker => maker.IsOwn);
        makers = [.. makers.TakeWhile(maker => selfTrade || !maker.IsOwn)];
        if (tif == TimeInForce.Fok && makers.Sum(maker => maker.Shown) < order.Shown)
        {
            Lines.Add($"{order.Name} Canceled");
            return;
        }

        foreach (NaiveOrder maker in makers.TakeWhile(_ => order.Shown > 0))
        {
            long lots = Math.Min(order.Shown, maker.Shown);
            if (maker.IsOwn)
            {
                FillMaker(maker, lots);
            }
            else
            {
                maker.Shown -= lots;
                UnlinkIfGone(maker);
            }

            order.Shown -= lots;
            order.Executed += lots;
            Lines.Add($"{order.Name} Trade {lots}@{maker.Price} Removed");
        }

        if (order.Shown == 0)
        {
            return;
        }

        if (stopped || market || tif is TimeInForce.Ioc or TimeInForce.Fok)
        {
            Lines.Add($"{order.Name} Canceled");
            return;
        }

        _own[order.Name] = order;
        Link(order);
    }

    private void Add(ulong reference, Side side, long lots, long price, long taken)
    {
        NaiveOrder order = new() { Name = reference, Side = side, Price = price, Recorded = lots, Shown = Math.Max(0, lots - taken) };
        _recorded.Add(reference, order);
        if (order.Shown > 0)
        {
            Link(order);
            HitCrossed(order);
        }
        else
        {
            // Its place counts even where nothing of it shows.
            Link(order);
        }
    }

    private void HitCrossed(NaiveOrder order)
    {
        foreach (NaiveOrder own in Own(Other(order.Side)).Where(own => _trading && Crosses(order.Side, order.Price, own.Price)).ToList())
        {
            long lots = Math.Min(order.Shown, own.Shown);
            if (lots > 0)
            {
                order.Shown -= lots;
                FillMaker(own, lots);
            }
        }
    }

    private void HitAhead(NaiveOrder order, long lots, Func<NaiveOrder, bool> agreed)
    {
        foreach (NaiveOrder own in Queue(order.Side, withEmpty: true).TakeWhile(o => o != order).Where(o => o.IsOwn && agreed(o)).ToList())
        {
            lots -= _trading ? FillMaker(own, Math.Min(lots, own.Shown)) : 0;
        }
    }

    private void Trade(long lots, long price)
    {
        foreach (Side side in new[] { Side.Buy, Side.Sell })
        {
            foreach (NaiveOrder own in Own(side).ToList())
            {
                bool through = own.Price != price && Crosses(side, own.Price, price);
                long most = !_trading ? 0 : through ? lots : own.Price == price ? lots - Ahead(own) : 0;
                lots -= FillMaker(own, Math.Clamp(most, 0, own.Shown));
            }
        }
    }

    private void ChangeStatus(TradingStatus status)
    {
        _trading = status is TradingStatus.Open or TradingStatus.Unknown;
        foreach (NaiveOrder order in Own(Side.Buy).Concat(Own(Side.Sell)).Where(o => status == TradingStatus.Closed && o.IsDay).ToList())
        {
            _own.Remove(order.Name);
            Unlink(order);
            Lines.Add($"{order.Name} Expired");
        }

        foreach (NaiveOrder order in Queue(Side.Sell).Concat(Queue(Side.Buy)).Where(o => _trading && !o.IsOwn).ToList())
        {
            HitCrossed(order);
            UnlinkIfGone(order);
        }
    }

    private void Shrink(NaiveOrder order, long lots)
    {
        order.Recorded -= Math.Min(order.Recorded, lots);
        order.Shown -= Math.Min(order.Shown, lots);
        if (order.Recorded == 0)
        {
            _recorded.Remove(order.Name);
            Unlink(order);
        }
    }

    private long FillMaker(NaiveOrder own, long lots)
    {
        if (lots <= 0)
        {
            return 0;
        }

        own.Shown -= lots;
        own.Executed += lots;
        Lines.Add($"{own.Name} Trade {lots}@{own.Price} Added");
        if (own.Shown == 0)
        {
            _own.Remove(own.Name);
            Unlink(own);
        }

        return lots;
    }

    /// <summary>A recorded order keeps its place in the list while the recording has it, shown or not.</summary>
    private void UnlinkIfGone(NaiveOrder order)
    {
        if (order.Recorded == 0)
        {
            Unlink(order);
        }
    }

    private IEnumerable<NaiveOrder> Own(Side side) => Queue(side).Where(o => o.IsOwn);

    private IEnumerable<NaiveOrder> Queue(Side side, bool withEmpty = false) => Book(side).Values.SelectMany(queue => queue).Where(o => withEmpty || o.Shown > 0);

    private SortedDictionary<long, LinkedList<NaiveOrder>> Book(Side side) => side == Side.Buy ? _bids : _asks;

    private void Link(NaiveOrder order)
    {
        if (!Book(order.Side).TryGetValue(order.Price, out LinkedList<NaiveOrder>? queue))
        {
            Book(order.Side)[order.Price] = queue = [];
        }

        queue.AddLast(order);
    }

    private void Unlink(NaiveOrder order)
    {
        if (Book(order.Side).TryGetValue(order.Price, out LinkedList<NaiveOrder>? queue) && queue.Remove(order) && queue.Count == 0)
        {
            Book(order.Side).Remove(order.Price);
        }
    }

    private static Side Other(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    private static bool Crosses(Side side, long limit, long opposite) => side == Side.Buy ? limit >= opposite : limit <= opposite;
}
