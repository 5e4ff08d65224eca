using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Trading.Strategies;

public sealed class SlicingStrategyTests
{
    private static readonly SlicingParameters Parameters = new()
    {
        Instrument = StrategyBench.Abc,
        Side = Side.Buy,
        Quantity = Quantity.FromWhole(100),
        HorizonNs = 300,
        IntervalNs = 100,
        PassiveNs = 60,
    };

    [Theory]
    [InlineData(100, 300, new long[] { 30, 30, 40 })]
    [InlineData(100, 301, new long[] { 20, 30, 20, 30 })]
    [InlineData(20, 500, new long[] { 10, 10 })]
    [InlineData(10, 100, new long[] { 10 })]
    public void Slices_that_take_at_once_add_up_to_the_parent_exactly(long quantity, long horizonNs, long[] slices)
    {
        using StrategyBench bench = Bench(Parameters with { Quantity = Quantity.FromWhole(quantity), HorizonNs = horizonNs, PassiveNs = 0 }, out SlicingStrategy strategy);
        bench.Book("10.00", "10.02");
        bench.Start();
        List<long> sent = [];
        for (long timeNs = 1_100; ; timeNs += 100)
        {
            foreach (string line in bench.TakeSent())
            {
                ulong id = ulong.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
                sent.Add(long.Parse(line.Split(' ')[2].Split('@')[0], System.Globalization.CultureInfo.InvariantCulture));
                Assert.EndsWith("@10.02 Ioc", line, StringComparison.Ordinal);
                bench.Ack(id);
                bench.Fill(id, sent[^1], "10.02");
            }

            if (bench.Timers.Count == 0)
            {
                break;
            }

            bench.FireTimersAt(timeNs);
        }

        Assert.Equal(slices, sent);
        Assert.Equal(default, strategy.Remaining);
        Assert.Equal(Quantity.FromWhole(quantity), bench.Position);
    }

    [Fact]
    public void A_slice_rests_then_cancels_and_takes_what_is_left_of_it()
    {
        using StrategyBench bench = Bench(Parameters, out SlicingStrategy strategy);
        bench.Book("10.00", "10.02");
        bench.Start();
        Assert.Equal(["1 Buy 30@10 Gtc post-only"], bench.TakeSent());
        bench.Ack(1);
        bench.Fill(1, 10, "10.00");
        bench.Book("10.01", "10.03");
        bench.FireTimersAt(1_060);
        Assert.Equal(["2 cancel"], bench.TakeSent());
        bench.Canceled(1);
        Assert.Equal(["3 Buy 20@10.03 Ioc"], bench.TakeSent());
        bench.Ack(3);
        bench.Fill(3, 10, "10.03");
        bench.Canceled(3);
        bench.FireTimersAt(1_100);
        Assert.Equal(["4 Buy 40@10.01 Gtc post-only"], bench.TakeSent());
        bench.Expired(4);
        Assert.Empty(bench.TakeSent());
        bench.FireTimersAt(1_160);
        Assert.Equal(["5 Buy 40@10.03 Ioc"], bench.TakeSent());
        bench.Ack(5);
        bench.Fill(5, 40, "10.03");
        bench.FireTimersAt(1_200);
        Assert.Equal(["6 Buy 40@10.01 Gtc post-only"], bench.TakeSent());
        bench.Ack(6);
        bench.FireTimersAt(1_260);
        bench.CancelRejected(7);
        bench.Fill(6, 40, "10.01");
        Assert.Equal(["7 cancel"], bench.TakeSent());
        bench.FireTimersAt(1_300);
        Assert.Empty(bench.TakeSent());
        Assert.Equal(default, strategy.Remaining);
        Assert.Equal(Quantity.FromWhole(100), bench.Position);
        Assert.Empty(bench.Timers);
    }

    [Fact]
    public void A_fill_that_meets_its_cancel_is_not_bought_again()
    {
        using StrategyBench bench = Bench(Parameters, out SlicingStrategy strategy);
        bench.Book("10.00", "10.02");
        bench.Start();
        bench.Ack(1);
        bench.FireTimersAt(1_060);
        bench.Fill(1, 30, "10.00");
        bench.CancelRejected(2);
        Assert.Equal(["1 Buy 30@10 Gtc post-only", "2 cancel"], bench.TakeSent());
        Assert.Equal(Quantity.FromWhole(70), strategy.Remaining);
    }

    [Fact]
    public void An_order_still_on_its_way_when_the_next_slice_starts_is_waited_for()
    {
        using StrategyBench bench = Bench(Parameters with { PassiveNs = 0 }, out _);
        bench.Book("10.00", "10.02");
        bench.Start();
        bench.FireTimersAt(1_100);
        Assert.Equal(["1 Buy 30@10.02 Ioc"], bench.TakeSent());
        bench.Ack(1);
        bench.Canceled(1);
        Assert.Equal(["2 Buy 60@10.02 Ioc"], bench.TakeSent());
    }

    [Theory]
    [InlineData(Side.Buy, "10.00", "1 Buy 30@10 Gtc post-only")]
    [InlineData(Side.Buy, "9.98", "1 Buy 30@9.98 Gtc post-only")]
    [InlineData(Side.Sell, "10.05", "1 Sell 30@10.05 Gtc post-only")]
    [InlineData(Side.Sell, "10.01", "1 Sell 30@10.02 Gtc post-only")]
    public void The_limit_price_holds_resting_and_taking(Side side, string limit, string first)
    {
        using StrategyBench bench = Bench(Parameters with { Side = side, LimitPrice = Price.Parse(limit) }, out SlicingStrategy strategy);
        bench.Book("10.00", "10.02");
        bench.Start();
        Assert.Equal([first], bench.TakeSent());
        bench.Ack(1);
        bench.FireTimersAt(1_060);
        bench.Canceled(1);
        Assert.Equal(["2 cancel"], bench.TakeSent());
        Assert.Equal(Quantity.FromWhole(100), strategy.Remaining);
    }

    [Fact]
    public void An_empty_book_or_a_reject_leaves_the_slice_to_the_next()
    {
        using StrategyBench bench = Bench(Parameters with { PassiveNs = 0 }, out _);
        bench.Start();
        Assert.Empty(bench.TakeSent());
        bench.Book("10.00", "10.02");
        bench.FireTimersAt(1_100);
        Assert.Equal(["1 Buy 60@10.02 Ioc"], bench.TakeSent());
        bench.Rejected(1);
        Assert.Empty(bench.TakeSent());
        bench.FireTimersAt(1_200);
        Assert.Equal(["2 Buy 100@10.02 Ioc"], bench.TakeSent());
    }

    [Fact]
    public void Stopping_cancels_what_works()
    {
        using StrategyBench bench = Bench(Parameters, out _);
        bench.Book("10.00", "10.02");
        bench.Start();
        bench.TakeSent();
        bench.Stop();
        Assert.Equal(["2 cancel"], bench.TakeSent());
    }

    [Fact]
    public void Every_fault_of_the_parameters_is_listed()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new SlicingStrategy(
            Parameters with { Side = Side.None, Quantity = Quantity.FromWhole(-10), HorizonNs = 5, IntervalNs = 10, PassiveNs = 10, LimitPrice = Price.Parse("0.001") },
            StrategyBench.Instruments()));
        Assert.Equal(
            "strategy slicing cannot be built: side=None must be Buy or Sell; quantity=-10 must be above 0 and at most 11529215046.06846976; "
            + "horizonNs=5 must be 10 to 1152921504606846976; passiveNs=10 must be 0 to 9; limitPrice=0.001 must be above 0 and a multiple of tickSize=0.01",
            refused.Message);
        Assert.Contains("slices=1000001 must be 1 to 1000000", Assert.Throws<ArgumentException>(() => new SlicingStrategy(Parameters with { HorizonNs = 1_000_001, IntervalNs = 1, PassiveNs = 0 }, StrategyBench.Instruments())).Message, StringComparison.Ordinal);
    }

    private static StrategyBench Bench(SlicingParameters parameters, out SlicingStrategy strategy)
    {
        SlicingStrategy? built = null;
        StrategyBench bench = new(table => built = new SlicingStrategy(parameters, table));
        strategy = built!;
        return bench;
    }
}
