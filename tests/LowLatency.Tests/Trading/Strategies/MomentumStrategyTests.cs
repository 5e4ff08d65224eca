using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Trading.Strategies;

public sealed class MomentumStrategyTests
{
    private static readonly MomentumParameters Parameters = new()
    {
        Instrument = StrategyBench.Abc,
        Source = MomentumSource.Trade,
        FastSamples = 2,
        SlowSamples = 4,
        ThresholdTicks = 1,
        Size = Quantity.FromWhole(60),
        MaxPosition = Quantity.FromWhole(100),
        SlippageTicks = 3,
        RejectPauseNs = 1_000,
    };

    [Fact]
    public void A_trend_is_entered_in_orders_of_at_most_the_size_and_left_when_it_ends()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        Trades(bench, "10.00", "10.00", "10.00");
        Assert.Empty(bench.TakeSent());
        Trades(bench, "10.08");
        Assert.Equal(["1 Buy 60@10.05 Ioc"], bench.TakeSent());
        Trades(bench, "10.10");
        Assert.Empty(bench.TakeSent());
        bench.Ack(1);
        bench.Fill(1, 60, "10.02");
        Trades(bench, "10.12");
        Assert.Equal(["2 Buy 40@10.05 Ioc"], bench.TakeSent());
        bench.Ack(2);
        bench.Fill(2, 30, "10.02");
        bench.Canceled(2);
        Trades(bench, "10.11");
        Assert.Equal(["3 Buy 10@10.05 Ioc"], bench.TakeSent());
        bench.Ack(3);
        bench.Fill(3, 10, "10.02");
        Trades(bench, "10.11");
        Assert.Equal(["4 Sell 60@9.97 Ioc"], bench.TakeSent());
        bench.Ack(4);
        bench.Fill(4, 60, "10.00");
        Trades(bench, "10.00");
        Assert.Equal(["5 Sell 60@9.97 Ioc"], bench.TakeSent());
        bench.Ack(5);
        bench.Fill(5, 60, "10.00");
        Trades(bench, "9.80");
        Assert.Equal(["6 Sell 60@9.97 Ioc"], bench.TakeSent());
        Assert.Equal(Quantity.FromWhole(-20), bench.Position);
    }

    [Theory]
    [InlineData("10.02", false)]
    [InlineData("10.04", false)]
    [InlineData("10.05", true)]
    public void The_gap_must_pass_the_threshold(string last, bool enters)
    {
        // fast - slow = (last - 10.00) / 4, against one tick.
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        Trades(bench, "10.00", "10.00", "10.00", last);
        Assert.Equal(enters, bench.TakeSent().Length == 1);
    }

    [Fact]
    public void Mids_are_sampled_at_most_once_an_interval()
    {
        using StrategyBench bench = Bench(Parameters with { Source = MomentumSource.Mid, SampleIntervalNs = 100, SlippageTicks = 0 });
        foreach (string ask in new[] { "10.02", "10.02", "10.02", "10.80", "10.80" })
        {
            bench.Book("10.00", ask);
        }

        Assert.Empty(bench.TakeSent());
        for (int i = 0; i < 2; i++)
        {
            bench.NowNs += 100;
            bench.Book("10.00", "10.02");
        }

        bench.NowNs += 100;
        bench.Book("10.50", "10.52");
        Assert.Equal(["1 Buy 60@10.52 Ioc"], bench.TakeSent());
    }

    [Fact]
    public void A_reject_pauses_and_an_empty_side_waits()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "");
        Trades(bench, "10.00", "10.00", "10.00", "10.10");
        Assert.Empty(bench.TakeSent());
        bench.Book("10.00", "10.02");
        Trades(bench, "10.12");
        Assert.Equal(["1 Buy 60@10.05 Ioc"], bench.TakeSent());
        bench.Rejected(1);
        Trades(bench, "10.14");
        Assert.Empty(bench.TakeSent());
        bench.NowNs += 1_000;
        Trades(bench, "10.20");
        Assert.Equal(["2 Buy 60@10.05 Ioc"], bench.TakeSent());
    }

    [Fact]
    public void Every_fault_of_the_parameters_is_listed()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new MomentumStrategy(
            Parameters with { Source = (MomentumSource)5, SampleIntervalNs = -1, FastSamples = 4, ThresholdTicks = -1, Size = default, MaxPosition = Quantity.FromWhole(15), SlippageTicks = -1, RejectPauseNs = -1 },
            StrategyBench.Instruments()));
        Assert.Equal(
            "strategy momentum cannot be built: source=5 must be Mid or Trade; sampleIntervalNs=-1 must be 0 to 1152921504606846976; fastSamples=4 must be 1 to 3; "
            + "thresholdTicks=-1 must be 0 to 1000000; size=0 must be above 0 and at most 11529215046.06846976; maxPosition=15 must be a multiple of lotSize=10; "
            + "slippageTicks=-1 must be 0 to 1000000; rejectPauseNs=-1 must be 0 to 1152921504606846976",
            refused.Message);
    }

    private static StrategyBench Bench(MomentumParameters parameters) => new(table => new MomentumStrategy(parameters, table));

    private static void Trades(StrategyBench bench, params string[] prices)
    {
        foreach (string price in prices)
        {
            bench.Trade(price);
        }
    }
}
