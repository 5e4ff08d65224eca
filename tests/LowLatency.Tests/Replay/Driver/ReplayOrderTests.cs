using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Results;
using Xunit;
using static LowLatency.Tests.Replay.ReplaySetup;
using static LowLatency.Tests.Replay.ScriptedStrategy;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>What happens when: latencies, and the rule for equal times.</summary>
public sealed class ReplayOrderTests
{
    private static readonly MarketEvent[] Opening = [Level(1000, Side.Buy, "10.00", 5), Level(1000, Side.Sell, "10.02", 5)];

    [Fact]
    public void Each_latency_stands_where_it_belongs()
    {
        ScriptedStrategy strategy = new() { Timer = (_, context) => Buy(context, "10.02", 3), Start = context => context.SetTimer(5000, 1) };
        ReplaySetup setup = new() { FeedLatencyNs = 7, EntryNs = 100, ResponseNs = 30 };
        setup.Run([.. Opening, Level(6000, Side.Buy, "10.01", 1, localNs: 6500), End(9000)], strategy);
        Assert.Equal(
            [
                "1000 start",
                "1007 book 5@10 0@0",
                "1007 book 5@10 5@10.02",
                "5000 timer 1",
                "5130 New 1 New at venue 5100",
                "5130 Trade 1 Filled at venue 5100: Removed 3@10.02",
                "6507 book 1@10.01 5@10.02",
                "9007 stop",
            ],
            strategy.Log);
    }

    [Fact]
    public void At_equal_times_data_comes_before_responses_and_those_before_timers()
    {
        ScriptedStrategy strategy = new()
        {
            Start = context =>
            {
                context.SetTimer(5000, 1);
                context.SetTimer(5200, 2);
            },
            Timer = (id, context) =>
            {
                if (id == 1)
                {
                    Buy(context, "9.00", 1);
                }
            },
        };
        ReplaySetup setup = new() { EntryNs = 100, ResponseNs = 100 };
        setup.Run([.. Opening, Level(5200, Side.Buy, "10.01", 1), Trade(5200, Side.Buy, "10.02", 1), End(9000)], strategy);
        Assert.Equal(
            ["5000 timer 1", "5200 book 1@10.01 5@10.02", "5200 trade Buy 1@10.02", "5200 New 1 New at venue 5100", "5200 timer 2", "9000 stop"],
            strategy.Log[3..]);
    }

    [Theory]
    [InlineData(5100, "Removed 1@10")]
    [InlineData(5101, "Added 1@10.01")]
    public void At_equal_times_exchange_data_comes_before_requests(long offerFallsAtNs, string fill)
    {
        ScriptedStrategy strategy = new() { Start = context => context.SetTimer(5000, 1), Timer = (_, context) => Buy(context, "10.01", 1) };
        ReplaySetup setup = new() { EntryNs = 100, ResponseNs = 1 };
        setup.Run([.. Opening, Level(offerFallsAtNs, Side.Sell, "10.00", 2), End(9000)], strategy);
        Assert.EndsWith(fill, strategy.Log[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_latencies_an_order_meets_the_data_of_its_own_time_and_is_answered_at_once()
    {
        ScriptedStrategy strategy = new()
        {
            Book = context =>
            {
                if (context.Top(Abc).HasAsk && context.NextClOrdId == 1)
                {
                    Buy(context, "10.02", 3);
                    context.SetTimer(context.NowNs, 9);
                }
            },
        };
        new ReplaySetup().Run([.. Opening, End(9000)], strategy);
        Assert.Equal(["1000 New 1 New at venue 1000", "1000 Trade 1 Filled at venue 1000: Removed 3@10.02", "1000 timer 9", "9000 stop"], strategy.Log[3..]);
    }

    [Fact]
    public void Timers_come_in_order_of_time_then_of_setting_whatever_their_number()
    {
        Random random = new(7);
        (long TimeNs, long Id)[] timers = [.. Enumerable.Range(0, 2000).Select(id => (2000L + random.Next(300), (long)id))];
        ScriptedStrategy strategy = new()
        {
            Start = context =>
            {
                foreach ((long timeNs, long id) in timers)
                {
                    Assert.True(context.SetTimer(timeNs, id));
                }
            },
        };
        new ReplaySetup().Run([.. Opening, End(9000)], strategy);
        Assert.Equal(timers.OrderBy(timer => timer.TimeNs).Select(timer => $"{timer.TimeNs} timer {timer.Id}"), strategy.Log.Where(line => line.Contains("timer", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_strategy_with_too_many_timers_is_told()
    {
        List<bool> set = [];
        ScriptedStrategy strategy = new() { Start = context => set.AddRange([context.SetTimer(2000, 1), context.SetTimer(2000, 2), context.SetTimer(2000, 3)]) };
        new ReplaySetup { Change = plan => plan with { MaxTimers = 2 } }.Run([.. Opening, End(9000)], strategy);
        Assert.Equal([true, true, false], set);
    }

    [Fact]
    public void Records_of_one_clock_only_reach_only_that_side()
    {
        MarketEvent venueOnly = Level(2000, Side.Sell, "10.01", 4, localNs: 4000, MarketEventFlags.Last | MarketEventFlags.ExchangeOnly);
        MarketEvent localOnly = Level(2000, Side.Sell, "10.01", 4, localNs: 4000, MarketEventFlags.Last | MarketEventFlags.LocalOnly);
        ScriptedStrategy strategy = new()
        {
            Start = context => context.SetTimer(2500, 1),
            Timer = (_, context) => Buy(context, "10.05", 1),
        };
        ReplaySummary summary = new ReplaySetup().Run([.. Opening, venueOnly, Level(2600, Side.Buy, "10.00", 6, localNs: 3000), localOnly, End(9000)], strategy);
        Assert.Equal(
            [
                "2500 timer 1",
                "2500 New 1 New at venue 2500",
                "2500 Trade 1 Filled at venue 2500: Removed 1@10.01",
                "3000 book 6@10 5@10.02",
                "4000 book 6@10 4@10.01",
                "9000 stop",
            ],
            strategy.Log[3..]);
        Assert.Equal(5, summary.MarketEvents);
    }

    [Fact]
    public void Strategies_are_called_by_number_and_the_second_sees_the_engine_after_the_first()
    {
        List<string> order = [];
        ScriptedStrategy first = new("first") { Book = _ => order.Add("first"), Start = context => Buy(context, "9.00", 1) };
        ScriptedStrategy second = new("second") { Book = _ => order.Add("second"), Start = context => Buy(context, "9.00", 1) };
        new ReplaySetup { MaxPosition = 1 }.Run([Opening[0], Opening[1], Level(2000, Side.Buy, "10.01", 1), End(3000)], first, second);
        Assert.Equal(["first", "second", "first", "second", "first", "second"], order);
        Assert.Equal(["1000 Rejected 1 Rejected at venue 1000: NoReferencePrice"], first.Log.Where(line => line.Contains("Rejected", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_run_ends_with_the_data_and_counts_what_is_on_its_way()
    {
        ScriptedStrategy strategy = new()
        {
            Start = context => context.SetTimer(8950, 1),
            Timer = (_, context) =>
            {
                Buy(context, "9.00", 1);
                context.SetTimer(9001, 2);
            },
            Stop = context => Buy(context, "9.00", 1),
        };
        ReplaySummary summary = new ReplaySetup { EntryNs = 40, ResponseNs = 100 }.Run([.. Opening, End(9000)], strategy);
        Assert.Equal(["8950 timer 1", "9000 stop"], strategy.Log[3..]);
        Assert.Equal((2, 1, 1, 2), (summary.Orders, summary.RequestsInFlight, summary.ReportsInFlight, summary.OpenOrders));
    }

    [Fact]
    public void An_execution_is_shown_with_price_and_aggressor()
    {
        MarketEvent bid = Level(1000, Side.Buy, "10.00", 5) with { Kind = MarketEventKind.OrderAdded, OrderId = 11 };
        MarketEvent ask = Level(1000, Side.Sell, "10.02", 5) with { Kind = MarketEventKind.OrderAdded, OrderId = 12 };
        MarketEvent executed = Level(2000, Side.None, "0", 2) with { Kind = MarketEventKind.OrderExecuted, OrderId = 11 };
        MarketEvent atPrice = Level(2001, Side.None, "10.01", 1) with { Kind = MarketEventKind.OrderExecutedAtPrice, OrderId = 12 };
        MarketEvent unknown = Level(2002, Side.None, "0", 1) with { Kind = MarketEventKind.OrderExecuted, OrderId = 99 };
        ScriptedStrategy strategy = new();
        ReplaySummary summary = new ReplaySetup { Venue = (_, _) => new IdleVenue() }.Run([bid, ask, executed, atPrice, unknown, End(3000)], strategy);
        Assert.Equal(["2000 trade Sell 2@10", "2000 book 3@10 5@10.02", "2001 trade Buy 1@10.01", "2001 book 3@10 4@10.02"], strategy.Log[3..7]);
        Assert.Equal(1, summary.BookFaults[LowLatency.Markets.Books.BookUpdate.UnknownOrder]);
    }
}
