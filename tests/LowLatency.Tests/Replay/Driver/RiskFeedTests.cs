using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;
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
}
