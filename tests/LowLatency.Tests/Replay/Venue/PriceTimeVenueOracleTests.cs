using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>Random recorded events and requests, to the venue and to the naive one: the same reports, the same book, the same queue positions after every step.</summary>
public sealed class PriceTimeVenueOracleTests
{
    private const int Steps = 4_000;
    private const long LowPrice = 990;
    private const long HighPrice = 1010;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    public void It_reports_what_the_naive_venue_reports(int seed, bool selfTrade)
    {
        using Run run = new(seed, selfTrade, withMarket: true);
        run.Go();
        Assert.True(run.Makers > 100 && run.Takers > 100, $"seed={seed} makers={run.Makers} takers={run.Takers}");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void As_an_exchange_it_reports_what_the_naive_one_reports(int seed)
    {
        using Run run = new(seed, selfTrade: true, withMarket: false);
        run.Go();
        Assert.Equal(run.Makers, run.Takers);
        Assert.True(run.Makers > 100, $"seed={seed} makers={run.Makers}");
    }

    private sealed class Run(int seed, bool selfTrade, bool withMarket) : IDisposable
    {
        private readonly Random _random = new(seed);
        private readonly NaiveVenue _naive = new(selfTrade);
        private readonly PriceTimeVenue _venue = new([VenueScript.Instrument()], new(256, 256, 64, 32), selfTrade ? SelfMatchRule.Trade : SelfMatchRule.CancelNewest);
        private readonly Dictionary<(Side, long), long> _shownBefore = [];
        private long _mostMakers;

        public int Makers { get; private set; }

        public int Takers { get; private set; }

        public void Go()
        {
            VenueScript script = new(_venue);
            for (int step = 0; step < Steps; step++)
            {
                Remember();
                _naive.Lines.Clear();
                if (withMarket && _random.Next(100) < 65)
                {
                    Event(script);
                }
                else
                {
                    Request(script);
                }

                string[] lines = script.Take();
                Assert.True(lines.SequenceEqual(_naive.Lines), $"seed={seed} step={step}\nexpected {string.Join("; ", _naive.Lines)}\nactual   {string.Join("; ", lines)}");
                Assert.True(_venue.CheckInvariants(out string broken), $"seed={seed} step={step} {broken}");
                CompareBooks(step);
                CheckConservation(script, step);
                script.Reports.Clear();
            }
        }

        public void Dispose() => _venue.Dispose();

        private void Event(VenueScript script)
        {
            MarketEventKind kind = _random.Next(200) switch
            {
                < 80 => MarketEventKind.OrderAdded,
                < 110 => MarketEventKind.OrderExecuted,
                < 120 => MarketEventKind.OrderExecutedAtPrice,
                < 135 => MarketEventKind.OrderReduced,
                < 155 => MarketEventKind.OrderDeleted,
                < 180 => MarketEventKind.OrderReplaced,
                < 198 => MarketEventKind.Trade,
                _ => MarketEventKind.Status,
            };
            ulong reference = (ulong)_random.Next(1, 60);
            ulong by = (ulong)_random.Next(1, 60);
            Side side = (Side)_random.Next(1, 3);

            // Mostly a sound market, bids low and offers high, now and then one that crosses.
            long middle = (LowPrice + HighPrice) / 2;
            bool wild = kind is not MarketEventKind.OrderAdded || _random.Next(8) == 0;
            long price = wild ? _random.NextInt64(LowPrice, HighPrice + 1) : side == Side.Buy ? _random.NextInt64(LowPrice, middle) : _random.NextInt64(middle, HighPrice + 1);
            long lots = _random.Next(1, 40);
            TradingStatus status = _random.Next(10) switch { 0 => TradingStatus.Closed, 1 or 2 => TradingStatus.Halted, _ => TradingStatus.Open };
            _mostMakers = kind is MarketEventKind.OrderReduced or MarketEventKind.OrderDeleted ? 0 : kind == MarketEventKind.Status ? long.MaxValue : lots;
            _naive.OnEvent(kind, reference, by, side, lots, price, status);
            script.Event(new()
            {
                Kind = kind,
                OrderId = reference,
                NewOrderId = by,
                Side = side,
                Price = new(price * VenueScript.Tick),
                Quantity = new(lots * VenueScript.Lot),
                Status = status,
            });
        }

        private void Request(VenueScript script)
        {
            _mostMakers = long.MaxValue;
            int name = _random.Next(1, 40);
            long lots = _random.Next(1, 30);
            long price = _random.NextInt64(LowPrice, HighPrice + 1);
            Side side = (Side)_random.Next(1, 3);
            switch (_random.Next(10))
            {
                case 0 or 1:
                    _naive.Cancel((ulong)name);
                    script.Cancel(name);
                    break;
                case 2 or 3 or 4:
                    NaiveOrder? order = _naive.OwnOrders.FirstOrDefault(o => o.Name == (ulong)name);
                    price = order is not null && _random.Next(2) == 0 ? order.Price : price;
                    _naive.Replace((ulong)name, lots, price);
                    script.Replace(name, lots, price);
                    break;
                case 5:
                    _naive.New((ulong)name, side, lots, 0, true, TimeInForce.Day, false);
                    script.Market(name, side, lots);
                    break;
                default:
                    TimeInForce tif = _random.Next(8) switch { 0 => TimeInForce.Ioc, 1 => TimeInForce.Fok, 2 or 3 => TimeInForce.Gtc, _ => TimeInForce.Day };
                    bool postOnly = tif is TimeInForce.Day or TimeInForce.Gtc && _random.Next(4) == 0;
                    _naive.New((ulong)name, side, lots, price, false, tif, postOnly);
                    script.New(name, side, lots, price, tif, postOnly ? ExecInst.PostOnly : ExecInst.None);
                    break;
            }
        }

        private void CompareBooks(int step)
        {
            for (Side side = Side.Buy; side <= Side.Sell; side++)
            {
                for (long price = LowPrice; price <= HighPrice; price++)
                {
                    long shown = _venue.QuantityAt(new(1), side, new(price * VenueScript.Tick)).Raw / VenueScript.Lot;
                    Assert.True(_naive.Shown(side, price) == shown, $"seed={seed} step={step} {side} {price}: expected {_naive.Shown(side, price)}, actual {shown}");
                }
            }

            Assert.Equal(_naive.OwnOrders.Count, _venue.OpenOrders);
            foreach (NaiveOrder order in _naive.OwnOrders)
            {
                bool found = _venue.TryGetOrder(VenueScript.Handle((int)order.Name), out Quantity leaves, out Quantity ahead);
                Assert.True(
                    found && leaves.Raw == order.Shown * VenueScript.Lot && ahead.Raw == _naive.Ahead(order) * VenueScript.Lot,
                    $"seed={seed} step={step} order={order.Name} leaves={leaves} ahead={ahead}, expected leaves={order.Shown} ahead={_naive.Ahead(order)}");
            }
        }

        /// <summary>Takers get no more than was displayed at the price, makers no more than the event had.</summary>
        private void CheckConservation(VenueScript script, int step)
        {
            VenueReport[] trades = [.. script.Reports.Where(r => r.ExecType == ExecType.Trade)];
            Makers += trades.Count(t => t.Liquidity == Liquidity.Added);
            Takers += trades.Count(t => t.Liquidity == Liquidity.Removed);
            foreach (IGrouping<long, VenueReport> atPrice in trades.Where(t => t.Liquidity == Liquidity.Removed).GroupBy(t => t.Price.Raw / VenueScript.Tick))
            {
                long taken = atPrice.Sum(t => t.Quantity.Raw) / VenueScript.Lot;
                long shown = Math.Max(_shownBefore[(Side.Buy, atPrice.Key)], _shownBefore[(Side.Sell, atPrice.Key)]);
                Assert.True(taken <= shown, $"seed={seed} step={step} took {taken} of {shown} at {atPrice.Key}");
            }

            long made = trades.Where(t => t.Liquidity == Liquidity.Added).Sum(t => t.Quantity.Raw) / VenueScript.Lot;
            Assert.True(made <= _mostMakers, $"seed={seed} step={step} made {made} of {_mostMakers}");
        }

        private void Remember()
        {
            for (Side side = Side.Buy; side <= Side.Sell; side++)
            {
                for (long price = LowPrice; price <= HighPrice; price++)
                {
                    _shownBefore[(side, price)] = selfTrade ? _naive.Shown(side, price) : _naive.ShownRecorded(side, price);
                }
            }
        }
    }
}
