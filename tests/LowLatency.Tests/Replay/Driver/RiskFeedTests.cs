using LowLatency.Markets.Data;
using LowLatency.Markets.Sessions;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Tests.Replay.ReplaySetup;
using static LowLatency.Tests.Replay.ScriptedStrategy;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>What a replay tells the engine of the market where a limit compares with it.</summary>
public sealed class RiskFeedTests
{
    private static readonly MarketEvent[] Opening =
    [
        Level(1000, Side.Buy, "10.00", 5), Level(1000, Side.Sell, "10.02", 5), Level(1000, Side.Sell, "10.04", 5), Level(1000, Side.Sell, "10.10", 50),
    ];

    private static List<string> Outcome(RiskLimitKind kind, int limit, string price, long quantity, params MarketEvent[] more)
    {
        ScriptedStrategy strategy = new() { Start = context => context.SetTimer(5000, 1), Timer = (_, context) => Buy(context, price, quantity) };
        ReplaySetup setup = new() { EntryNs = 1, ResponseNs = 1, Limits = [(kind, limit)] };
        setup.Run([.. Opening, .. more, End(9000)], strategy);
        return [.. strategy.Log.SkipWhile(line => !line.Contains("timer 1", StringComparison.Ordinal)).Skip(1).Take(1)];
    }

    [Theory]
    [InlineData("10.04", 10, 10, true)]
    [InlineData("10.10", 10, 10, true)]
    [InlineData("10.10", 11, 10, false)]
    [InlineData("10.10", 60, 1_000, true)]
    [InlineData("10.10", 61, 1_000, false)]
    public void The_book_is_known_where_sweeps_are_limited(string price, long quantity, int bps, bool passes) =>
        Assert.Contains(passes ? " New 1 New" : "SweepLimit", Outcome(RiskLimitKind.MaxSweepBps, bps, price, quantity).Single(), StringComparison.Ordinal);

    [Fact]
    public void The_book_is_told_of_as_it_changes()
    {
        string outcome = Outcome(RiskLimitKind.MaxSweepBps, 10, "10.10", 10, Level(2000, Side.Sell, "10.04", 0)).Single();
        Assert.Contains("SweepLimit", outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.00", true)]
    [InlineData("9.99", false)]
    public void The_last_trade_is_known_where_collars_lie_around_it(string last, bool passes)
    {
        string outcome = Outcome(RiskLimitKind.AggressiveLastTradeCollarTicks, 2, "10.02", 1, Trade(2000, Side.Buy, "10.50", 1), Trade(3000, Side.Sell, last, 1)).Single();
        Assert.Contains(passes ? " New 1 New" : "PriceCollar", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_trade_such_a_collar_refuses() =>
        Assert.Contains("NoReferencePrice", Outcome(RiskLimitKind.AggressiveLastTradeCollarTicks, 2, "10.02", 1).Single(), StringComparison.Ordinal);

    private static MarketEvent Status(long timeNs, TradingStatus status) => End(timeNs) with { Status = status };

    [Fact]
    public void A_trading_status_of_the_recording_reaches_the_engine()
    {
        ScriptedStrategy strategy = new()
        {
            Start = context => Array.ForEach<long>([2500, 3500, 4500], at => context.SetTimer(at, 1)),
            Timer = (_, context) => Buy(context, "10.00", 1),
        };
        new ReplaySetup { EntryNs = 1, ResponseNs = 1 }.Run([.. Opening, Status(2000, TradingStatus.Halted), Status(3000, TradingStatus.Open), Status(4000, TradingStatus.Closed), End(9000)], strategy);
        Assert.Equal(["TradingHalted", "None", "SessionClosed"], strategy.Reports.Select(report => $"{report.RejectReason}"));
    }

    [Fact]
    public void A_calendar_opens_and_closes_its_venue_in_simulated_time_before_timers_of_the_same_time()
    {
        TradingCalendar calendar = new(
            TimeZoneInfo.Utc,
            new Dictionary<DayOfWeek, IReadOnlyList<SessionPhase>> { [DayOfWeek.Thursday] = [new(new TimeOnly(20L), TradingStatus.Open), new(new TimeOnly(30L), TradingStatus.Closed)] },
            new Dictionary<DateOnly, IReadOnlyList<SessionPhase>>());
        ScriptedStrategy strategy = new()
        {
            Start = context => Array.ForEach<long>([1999, 2000, 2999, 3000], at => context.SetTimer(at, at)),
            Timer = (_, context) => Buy(context, "10.00", 1),
        };
        ReplaySetup setup = new()
        {
            EntryNs = 1,
            ResponseNs = 1,
            Change = plan => plan with { Calendars = new Dictionary<VenueId, TradingCalendar> { [new VenueId(1)] = calendar } },
        };
        setup.Run([.. Opening, End(9000)], strategy);
        Assert.Equal(["1 SessionClosed", "2 None", "3 None", "4 SessionClosed"], strategy.Reports.Select(report => $"{report.ClOrdId} {report.RejectReason}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(TriggerSource.BestOffer)]
    [InlineData(TriggerSource.LastTrade)]
    public void A_held_order_leaves_the_moment_the_market_triggers_it(TriggerSource source)
    {
        OrderTerms terms = OrderTerms.Stop(Price.Parse("10.04"), source);
        ScriptedStrategy strategy = new()
        {
            Start = context => context.SetTimer(1500, 1),
            Timer = (_, context) => context.Send(Abc, Side.Buy, OrderType.Stop, default, Quantity.FromWhole(1), in terms),
        };
        new ReplaySetup { EntryNs = 100, ResponseNs = 30 }.Run(
            [.. Opening, Level(2000, Side.Sell, "10.02", 0), Trade(2000, Side.Buy, "10.04", 1), Level(8000, Side.Buy, "10.01", 1), End(9000)],
            strategy);
        Assert.Equal(
            [
                "1500 New 1 Held at venue 1500",
                "2000 Triggered 1 PendingNew at venue 2000",
                "2130 New 1 New at venue 2100",
                "2130 Trade 1 Filled at venue 2100: Removed 1@10.04",
            ],
            strategy.Log.Where(line => line.Contains(" 1 ", StringComparison.Ordinal) && !line.Contains("timer", StringComparison.Ordinal)));
    }
}
