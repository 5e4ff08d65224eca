using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Replay.Generation;

/// <summary>
/// One instrument of a generated session. A latent price wanders; orders are quoted around it, further ones more rarely; orders it has left behind are taken or
/// cancelled; others trade for their own reasons, buyers after buyers and sellers after sellers. What is taken is taken in price-time priority.
/// </summary>
internal sealed class SessionMarket
{
    /// <summary>The largest quantity of an order, in mean quantities.</summary>
    public const int MostTimesMeanLots = 8;

    private const long Millitick = 1_000;
    private const int FewestOrdersOfASide = 10;
    private readonly SessionInstrument _instrument;
    private readonly InstrumentId _id;
    private readonly SessionRandom _random;
    private readonly SessionTape _tape;
    private readonly SessionBook _book;
    private readonly int _lowestTicks;
    private long _latentMilliticks;
    private Side _lastTaker = Side.Buy;

    /// <summary>With an empty book.</summary>
    public SessionMarket(SessionInstrument instrument, InstrumentId id, SessionRandom random, SessionTape tape)
    {
        _instrument = instrument;
        _id = id;
        _random = random;
        _tape = tape;
        _lowestTicks = instrument.ReferenceTicks - (2 * instrument.RangeTicks);
        _book = new SessionBook((4 * instrument.RangeTicks) + 1);
        _latentMilliticks = 2L * instrument.RangeTicks * Millitick;
    }

    /// <summary>Announces the status.</summary>
    public void Announce(TradingStatus status) =>
        _tape.Write(new MarketEvent { Instrument = _id, Kind = MarketEventKind.Status, Status = status, Flags = MarketEventFlags.Last });

    /// <summary>One order of the opening book.</summary>
    public void Quote() => AddOrder(_book.CountOf(Side.Buy) <= _book.CountOf(Side.Sell) ? Side.Buy : Side.Sell);

    /// <summary>Orders the opening book has.</summary>
    public int OpeningOrders => _instrument.RestingOrders;

    /// <summary>One action.</summary>
    /// <returns>True when something traded.</returns>
    public bool Act()
    {
        MoveLatentPrice();
        if (TakeWhatIsLeftBehind(out bool traded))
        {
            return traded;
        }

        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            if (_book.CountOf(side) < FewestOrdersOfASide)
            {
                AddOrder(side);
                return false;
            }
        }

        int action = _random.Below(1000);
        if (action < 55)
        {
            return TakeForOwnReasons();
        }

        if (action < 62)
        {
            TradeHidden();
            return true;
        }

        Rest(action);
        return false;
    }

    private void Rest(int action)
    {
        // Fuller than it tends to be, the book loses orders; emptier, it gains.
        bool isFull = _book.Count > _instrument.RestingOrders - (_instrument.RestingOrders / 8) + _random.Below(_instrument.RestingOrders / 4);
        if (action < 160)
        {
            ReplaceOrder();
        }
        else if (action < 200)
        {
            ReduceOrder();
        }
        else if (isFull)
        {
            Delete(PickOrder());
        }
        else
        {
            AddOrder(_random.Chance(500) ? Side.Buy : Side.Sell);
        }
    }

    private void MoveLatentPrice()
    {
        long lowest = _instrument.RangeTicks * Millitick;
        long highest = 3L * _instrument.RangeTicks * Millitick;
        _latentMilliticks += _random.Normal(_instrument.VolatilityMilliticks);
        _latentMilliticks = Math.Clamp(_latentMilliticks, lowest, highest);
    }

    private bool TakeWhatIsLeftBehind(out bool traded)
    {
        traded = false;
        int latent = (int)(_latentMilliticks / Millitick);
        bool isAsk = _book.BestAsk < latent;
        if (!isAsk && _book.BestBid <= latent + 1)
        {
            return false;
        }

        int chance = _random.Below(1000);
        if (chance < 200)
        {
            traded = isAsk ? Take(Side.Buy, long.MaxValue, latent - 1) : Take(Side.Sell, long.MaxValue, latent + 2);
            return traded;
        }

        bool isPulled = chance < 700 && _book.CountOf(isAsk ? Side.Sell : Side.Buy) > FewestOrdersOfASide;
        if (isPulled)
        {
            Delete(_book.FrontOf(isAsk ? _book.BestAsk : _book.BestBid));
        }

        return isPulled;
    }

    private bool TakeForOwnReasons()
    {
        Side taker = _random.Chance(700) ? _lastTaker : _lastTaker.Opposite();
        _lastTaker = taker;
        long lots = Lots();
        if (_random.Chance(80))
        {
            lots *= 8;
        }

        int worst = taker == Side.Buy ? _book.BestAsk + 3 : _book.BestBid - 3;
        return Take(taker, lots, worst);
    }

    private bool Take(Side taker, long lots, int worstLevel)
    {
        bool isBuy = taker == Side.Buy;
        Side maker = taker.Opposite();
        bool traded = false;
        while (lots > 0 && _book.CountOf(maker) > FewestOrdersOfASide && (isBuy ? _book.BestAsk <= worstLevel : _book.BestBid >= worstLevel))
        {
            int slot = _book.FrontOf(isBuy ? _book.BestAsk : _book.BestBid);
            SessionOrder order = _book[slot];
            long executed = Math.Min(lots, order.Lots);
            lots -= executed;
            traded = true;
            if (executed == order.Lots)
            {
                _book.Remove(slot);
            }
            else
            {
                _book.Reduce(slot, executed);
            }

            _tape.Write(new MarketEvent
            {
                Instrument = _id,
                Kind = MarketEventKind.OrderExecuted,
                OrderId = order.Id,
                Quantity = QuantityOf(executed),
                MatchId = _tape.NextMatchId(),
            });
        }

        if (traded)
        {
            _tape.EndChange();
        }

        return traded;
    }

    private void TradeHidden()
    {
        // Somewhere inside the spread; where there is no room inside, at the touch.
        int room = _book.BestAsk - _book.BestBid - 1;
        bool isBuy = _random.Chance(500);
        int level = room > 0 ? _book.BestBid + 1 + _random.Below(room) : isBuy ? _book.BestAsk : _book.BestBid;
        _tape.Write(new MarketEvent
        {
            Instrument = _id,
            Kind = MarketEventKind.Trade,
            Side = isBuy ? Side.Buy : Side.Sell,
            Price = PriceOf(level),
            Quantity = QuantityOf(Lots()),
            MatchId = _tape.NextMatchId(),
            Flags = MarketEventFlags.Last,
        });
    }

    private void AddOrder(Side side)
    {
        int level = QuoteLevel(side);
        long lots = Lots();
        ulong id = _tape.NextOrderId();
        _book.Add(id, side, level, lots);
        _tape.Write(new MarketEvent
        {
            Instrument = _id,
            Kind = MarketEventKind.OrderAdded,
            Side = side,
            OrderId = id,
            Price = PriceOf(level),
            Quantity = QuantityOf(lots),
            Flags = MarketEventFlags.Last,
        });
    }

    private void Delete(int slot)
    {
        ulong id = _book[slot].Id;
        _book.Remove(slot);
        _tape.Write(new MarketEvent { Instrument = _id, Kind = MarketEventKind.OrderDeleted, OrderId = id, Flags = MarketEventFlags.Last });
    }

    private void ReduceOrder()
    {
        int slot = PickOrder();
        SessionOrder order = _book[slot];
        if (order.Lots == 1)
        {
            Delete(slot);
            return;
        }

        long off = 1 + (long)(_random.Next() % (ulong)(order.Lots - 1));
        _book.Reduce(slot, off);
        _tape.Write(new MarketEvent
        {
            Instrument = _id,
            Kind = MarketEventKind.OrderReduced,
            OrderId = order.Id,
            Quantity = QuantityOf(off),
            Flags = MarketEventFlags.Last,
        });
    }

    private void ReplaceOrder()
    {
        int slot = PickOrder();
        SessionOrder order = _book[slot];
        int level = QuoteLevel(order.Side);
        long lots = _random.Chance(500) ? order.Lots : Lots();
        ulong id = _tape.NextOrderId();
        _book.Remove(slot);
        _book.Add(id, order.Side, level, lots);
        _tape.Write(new MarketEvent
        {
            Instrument = _id,
            Kind = MarketEventKind.OrderReplaced,
            OrderId = order.Id,
            NewOrderId = id,
            Price = PriceOf(level),
            Quantity = QuantityOf(lots),
            Flags = MarketEventFlags.Last,
        });
    }

    private int PickOrder()
    {
        Side side = _random.Below(_book.Count) < _book.CountOf(Side.Buy) ? Side.Buy : Side.Sell;
        side = _book.CountOf(side) > FewestOrdersOfASide ? side : side.Opposite();
        int first = _book.SlotAt(side, _random.Below(_book.CountOf(side)));
        int second = _book.SlotAt(side, _random.Below(_book.CountOf(side)));
        bool isFirstFurther = Math.Abs((_book[first].Level * Millitick) - _latentMilliticks) > Math.Abs((_book[second].Level * Millitick) - _latentMilliticks);

        // Orders far from the market are given up somewhat more often.
        return isFirstFurther == _random.Chance(650) ? first : second;
    }

    private int QuoteLevel(Side side)
    {
        long distance = _random.Chance(300) ? 0 : _random.Exponential(_instrument.DepthTicks);
        distance = _random.Chance(60) ? distance * 8 : distance;
        long level = side == Side.Buy
            ? Math.Min(((_latentMilliticks - _instrument.HalfSpreadMilliticks) / Millitick) - distance, _book.BestAsk - 1)
            : Math.Max(((_latentMilliticks + _instrument.HalfSpreadMilliticks + Millitick - 1) / Millitick) + distance, _book.BestBid + 1);
        return (int)Math.Clamp(level, 0, _book.Levels - 1);
    }

    private long Lots()
    {
        long lots = _random.Exponential(_instrument.MeanLots);

        // Many orders are of the customary size, many of whole hundreds.
        lots = _random.Chance(250) ? Math.Min(100, _instrument.MeanLots) : lots;
        lots = lots > 100 && _random.Chance(500) ? lots / 100 * 100 : lots;
        return Math.Clamp(lots, 1, (long)_instrument.MeanLots * MostTimesMeanLots);
    }

    private Price PriceOf(int level) => new((_lowestTicks + (long)level) * _instrument.TickSize.Raw);

    private Quantity QuantityOf(long lots) => new(lots * _instrument.LotSize.Raw);
}
