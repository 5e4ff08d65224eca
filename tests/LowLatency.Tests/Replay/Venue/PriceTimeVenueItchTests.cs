using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>The venue on four and a half minutes of real AAPL orders.</summary>
public sealed class PriceTimeVenueItchTests
{
    private const string File = "itch50/AAPL_20191230_0935_50k.itch50.gz";
    private static readonly InstrumentId Apple = new(1);

    [SharedFact("data/" + File)]
    public void Without_own_orders_it_displays_the_book_of_the_feed_after_every_message()
    {
        using ItchEventSource source = Open();
        using PriceTimeVenue venue = new([source.Instruments[Apple]], new());
        using OrderBook book = new(source.Instruments[Apple].TickSize, new Price(Price.One / 100));
        int events = 0;
        foreach (MarketEvent e in Read(source))
        {
            venue.OnMarketEvent(in e);
            book.Apply(in e);
            if (book.Top != venue.TopOf(Apple))
            {
                Assert.Fail($"event={events}: expected {book.Top}, actual {venue.TopOf(Apple)}");
            }

            if (++events % 500 == 0)
            {
                CompareDepth(book, venue, events);
            }
        }

        CompareDepth(book, venue, events);
        Assert.True(events > 40_000, $"events={events}");
        Assert.False(venue.TryTake(out _));
        Assert.Equal(default, venue.Counters);
    }

    [SharedTheory("data/" + File)]
    [InlineData(100, 1)]
    [InlineData(150, 7)]
    [InlineData(2_000, 40)]
    public void Orders_at_the_touch_fill_when_the_messages_say_that_their_queue_is_used_up(int eventsBetweenOrders, long shares)
    {
        using ItchEventSource source = Open();
        using PriceTimeVenue venue = new([source.Instruments[Apple]], new());
        using OrderBook book = new(source.Instruments[Apple].TickSize, new Price(Price.One / 100));
        Resting?[] resting = [null, null, null];
        List<string> expected = [];
        List<string> actual = [];
        int events = 0;
        int order = 0;
        int filledWithOrdersAhead = 0;
        foreach (MarketEvent e in Read(source))
        {
            for (Side side = Side.Buy; side <= Side.Sell; side++)
            {
                long hit = resting[(int)side]?.Hit(book, in e) ?? 0;
                if (hit > 0)
                {
                    expected.Add($"event={events} order={resting[(int)side]!.Order} {hit}");
                    filledWithOrdersAhead += e.Kind == MarketEventKind.OrderExecuted && resting[(int)side]!.Ahead(book) > 0 ? 1 : 0;
                }
            }

            venue.OnMarketEvent(in e);
            book.Apply(in e);
            while (venue.TryTake(out VenueReport report))
            {
                Assert.Equal((ExecType.Trade, Liquidity.Added), (report.ExecType, report.Liquidity));
                actual.Add($"event={events} order={report.Handle.Slot} {report.Quantity.Raw}");
            }

            if (++events % eventsBetweenOrders == 0 && book.Top is { HasBid: true, HasAsk: true } top && top.BidPrice < top.AskPrice)
            {
                Assert.True(venue.CheckInvariants(out string broken), broken);
                Cancel(venue, resting[1]);
                Cancel(venue, resting[2]);
                resting[1] = Rest(venue, book, ++order, Side.Buy, top.BidPrice, shares);
                resting[2] = Rest(venue, book, ++order, Side.Sell, top.AskPrice, shares);
            }
        }

        Assert.Equal(expected, actual);
        Assert.True(actual.Count > 10, $"fills={actual.Count}");
        Assert.Equal(0, filledWithOrdersAhead);
        Assert.Equal(default, venue.Counters);
    }

    [SharedFact("data/" + File)]
    public void What_is_taken_was_displayed_and_is_not_displayed_again()
    {
        using ItchEventSource source = Open();
        using PriceTimeVenue venue = new([source.Instruments[Apple]], new());
        using OrderBook book = new(source.Instruments[Apple].TickSize, new Price(Price.One / 100));
        int events = 0;
        int takes = 0;
        foreach (MarketEvent e in Read(source))
        {
            venue.OnMarketEvent(in e);
            book.Apply(in e);
            Assert.False(venue.TryTake(out _));
            TopOfBook top = venue.TopOf(Apple);
            Side side = events / 20 % 2 == 0 ? Side.Buy : Side.Sell;
            (Price price, Quantity shown) = side == Side.Buy ? (top.AskPrice, top.AskQuantity) : (top.BidPrice, top.BidQuantity);
            if (++events % 20 != 0 || shown.Raw == 0)
            {
                continue;
            }

            long taken = Take(venue, ++takes, side, price, shown.Raw / 2 / Quantity.One * Quantity.One + Quantity.One);
            Quantity left = venue.QuantityAt(Apple, side.Opposite(), price);
            Quantity recorded = book.QuantityAt(side.Opposite(), price);
            Assert.True(taken > 0 && left.Raw == shown.Raw - taken && shown <= recorded, $"event={events} shown={shown} taken={taken} left={left} recorded={recorded}");
        }

        Assert.True(takes > 1_000, $"takes={takes}");
        Assert.Equal(default, venue.Counters);
        for (long cents = 20_000; cents < 40_000; cents++)
        {
            Price price = new(cents * (Price.One / 100));
            Assert.True(venue.QuantityAt(Apple, Side.Buy, price) <= book.QuantityAt(Side.Buy, price) && venue.QuantityAt(Apple, Side.Sell, price) <= book.QuantityAt(Side.Sell, price));
        }
    }

    private static long Take(PriceTimeVenue venue, int order, Side side, Price price, long quantity)
    {
        venue.OnRequest(
            new()
            {
                Kind = VenueRequestKind.New,
                Handle = new(order, 1),
                Instrument = Apple,
                Side = side,
                OrderType = OrderType.Limit,
                TimeInForce = TimeInForce.Ioc,
                Price = price,
                Quantity = new(quantity),
            },
            0);
        long taken = 0;
        while (venue.TryTake(out VenueReport report))
        {
            taken += report.ExecType == ExecType.Trade ? report.Quantity.Raw : 0;
        }

        return taken;
    }

    private static ItchEventSource Open() => new(SharedData.PathOf("data/" + File), new() { Symbol = "AAPL" }, new(16));

    private static IEnumerable<MarketEvent> Read(ItchEventSource source)
    {
        MarketEvent[] buffer = new MarketEvent[4096];
        for (int count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            for (int i = 0; i < count; i++)
            {
                yield return buffer[i];
            }
        }
    }

    /// <summary>Every cent around the market; the recording has no orders far from it.</summary>
    private static void CompareDepth(OrderBook book, PriceTimeVenue venue, int events)
    {
        for (long cents = 20_000; cents < 40_000; cents++)
        {
            Price price = new(cents * (Price.One / 100));
            for (Side side = Side.Buy; side <= Side.Sell; side++)
            {
                Quantity shown = venue.QuantityAt(Apple, side, price);
                if (book.QuantityAt(side, price) != shown)
                {
                    Assert.Fail($"event={events} {side} {price}: expected {book.QuantityAt(side, price)}, actual {shown}");
                }
            }
        }

        Assert.True(venue.CheckInvariants(out string broken), broken);
    }

    private static void Cancel(PriceTimeVenue venue, Resting? order)
    {
        if (order is { Left: > 0 })
        {
            venue.OnRequest(new() { Kind = VenueRequestKind.Cancel, Handle = new(order.Order, 1), Instrument = Apple }, 0);
            Assert.True(venue.TryTake(out VenueReport canceled) && canceled.ExecType == ExecType.Canceled);
        }
    }

    private static Resting Rest(PriceTimeVenue venue, OrderBook book, int order, Side side, Price price, long shares)
    {
        Quantity quantity = Quantity.FromWhole(shares);
        venue.OnRequest(
            new()
            {
                Kind = VenueRequestKind.New,
                Handle = new(order, 1),
                Instrument = Apple,
                Side = side,
                OrderType = OrderType.Limit,
                ExecInst = ExecInst.PostOnly,
                Price = price,
                Quantity = quantity,
            },
            0);
        Assert.True(venue.TryTake(out VenueReport taken) && taken.ExecType == ExecType.New && !venue.TryTake(out _));

        // Less where a recorded order has already given own ones a part of itself.
        Assert.True(venue.TryGetOrder(new(order, 1), out _, out Quantity ahead) && ahead <= book.QuantityAt(side, price));
        return new Resting(order, side, price, book.Arrivals) { Left = quantity.Raw };
    }

    /// <summary>An own order as the raw messages and the feed's book see it, without the venue.</summary>
    private sealed class Resting(int order, Side side, Price price, long arrival)
    {
        public int Order => order;

        public long Left { get; set; }

        public long Ahead(OrderBook book) => book.QuantityUpTo(side, price, arrival).Raw;

        /// <summary>How much of it a message hits; the book is as before the message.</summary>
        public long Hit(OrderBook book, in MarketEvent e)
        {
            long most = 0;
            book.TryGetOrder(e.OrderId, out BookOrder other);
            switch (e.Kind)
            {
                case MarketEventKind.OrderExecuted or MarketEventKind.OrderExecutedAtPrice when other.Side == side:
                    bool behind = Worse(other.Price) || (other.Price == price && other.Arrival > arrival);
                    bool agreed = e.Kind == MarketEventKind.OrderExecuted || e.Price == price || Worse(e.Price);
                    most = behind && agreed ? e.Quantity.Raw : 0;
                    break;
                case MarketEventKind.OrderAdded when e.Side != side:
                case MarketEventKind.OrderReplaced when other.Side != side:
                    most = e.Price == price || Worse(e.Price) ? e.Quantity.Raw : 0;
                    break;
                case MarketEventKind.Trade:
                    most = e.Price == price ? e.Quantity.Raw - Ahead(book) : Worse(e.Price) ? e.Quantity.Raw : 0;
                    break;
            }

            long hit = Math.Clamp(most, 0, Left);
            Left -= hit;
            return hit;
        }

        private bool Worse(Price than) => side == Side.Buy ? than < price : than > price;
    }
}
