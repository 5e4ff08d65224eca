using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Strategies;
using Xunit;

namespace LowLatency.Tests.Trading.Strategies;

public sealed class QuotingStrategyTests
{
    private static readonly QuotingParameters Parameters = new()
    {
        Instrument = StrategyBench.Abc,
        Size = Quantity.FromWhole(100),
        MaxPosition = Quantity.FromWhole(250),
        DistanceTicks = 2,
        RejectPauseNs = 1_000,
    };

    [Theory]
    [InlineData("10.00", "10.02", "9.99", "10.03")]
    [InlineData("10.00", "10.03", "9.99", "10.04")]
    [InlineData("10.00", "10.01", "9.98", "10.03")]
    public void Quotes_stand_around_the_mid(string bid, string ask, string buy, string sell)
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book(bid, ask);
        Assert.Equal([$"1 Buy 100@{Price.Parse(buy)} Gtc post-only", $"2 Sell 100@{Price.Parse(sell)} Gtc post-only"], bench.TakeSent());
    }

    [Fact]
    public void Quotes_stand_off_the_best_and_never_cross()
    {
        using StrategyBench bench = Bench(Parameters with { Reference = QuoteReference.Best, DistanceTicks = 0, SkewTicks = 5 });
        bench.Book("10.00", "10.02");
        Assert.Equal(["1 Buy 100@10 Gtc post-only", "2 Sell 100@10.02 Gtc post-only"], bench.TakeSent());
        bench.Ack(1);
        bench.Fill(1, 100, "10.00");
        bench.Call();
        Assert.Equal(["3 Buy 100@9.95 Gtc post-only"], bench.TakeSent());
        bench.Ack(2);
        bench.Call();
        Assert.Equal(["4 replace 100@10.01"], bench.TakeSent());
    }

    [Fact]
    public void A_move_of_enough_ticks_replaces_once_and_waits_for_the_answer()
    {
        using StrategyBench bench = Bench(Parameters with { RequoteTicks = 2 });
        bench.Book("10.00", "10.02");
        bench.Ack(1);
        bench.Ack(2);
        bench.TakeSent();
        bench.Book("10.01", "10.03");
        Assert.Empty(bench.TakeSent());
        bench.Book("10.02", "10.04");
        Assert.Equal(["3 replace 100@10.01", "4 replace 100@10.05"], bench.TakeSent());
        bench.Book("10.06", "10.08");
        Assert.Empty(bench.TakeSent());
        bench.Replaced(3);
        bench.Fill(3, 40, "10.01");
        bench.Call();
        Assert.Equal(["5 replace 140@10.05"], bench.TakeSent());
    }

    [Fact]
    public void Without_replacement_quotes_move_by_cancel_and_new_order()
    {
        using StrategyBench bench = Bench(Parameters with { UseReplace = false });
        bench.Book("10.00", "10.02");
        bench.Ack(1);
        bench.Ack(2);
        bench.TakeSent();
        bench.Book("10.01", "10.03");
        Assert.Equal(["3 cancel", "4 cancel"], bench.TakeSent());
        bench.Canceled(1);
        Assert.Empty(bench.TakeSent());
        bench.Call();
        Assert.Equal(["5 Buy 100@10 Gtc post-only"], bench.TakeSent());
        bench.Fill(2, 100, "10.03");
        bench.CancelRejected(2);
        bench.Call();
        Assert.Equal(["6 Sell 100@10.04 Gtc post-only"], bench.TakeSent());
    }

    [Fact]
    public void The_position_is_bounded_with_the_working_quote_counted()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        for (ulong id = 1; id != 0; id = NextBuy(bench))
        {
            bench.Ack(id);
            bench.Fill(id, (long)(bench.Position.Raw == 200 * Quantity.One ? 50 : 100), "9.99");
            bench.Call();
        }

        Assert.Equal(Quantity.FromWhole(250), bench.Position);
        Assert.DoesNotContain(bench.Sent, line => line.Contains("Buy 100", StringComparison.Ordinal) && line.StartsWith('4'));

        static ulong NextBuy(StrategyBench bench)
        {
            string? line = bench.TakeSent().LastOrDefault(line => line.Contains("Buy", StringComparison.Ordinal));
            return line is null ? 0 : ulong.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public void An_empty_side_pulls_both_quotes()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        bench.TakeSent();
        bench.Book("10.00", "");
        Assert.Equal(["3 cancel", "4 cancel"], bench.TakeSent());
        bench.Book("10.00", "");
        Assert.Empty(bench.TakeSent());
    }

    [Fact]
    public void A_refusal_pauses_its_side_only()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        bench.TakeSent();
        bench.Rejected(1);
        bench.Ack(2);
        bench.Book("10.01", "10.03");
        Assert.Equal(["3 replace 100@10.04"], bench.TakeSent());
        bench.CancelRejected(3, replace: true, RejectReason.VenueRejected);
        bench.Book("10.02", "10.04");
        Assert.Empty(bench.TakeSent());
        bench.NowNs += 1_000;
        bench.Call();
        Assert.Equal(["4 Buy 100@10.01 Gtc post-only", "5 replace 100@10.05"], bench.TakeSent());
    }

    [Fact]
    public void The_engines_own_rejects_do_not_loop()
    {
        using StrategyBench bench = new(table => new QuotingStrategy(Parameters, table), maxOrderQuantity: 10);
        bench.Book("10.00", "10.02");
        for (int i = 0; i < 10; i++)
        {
            bench.Call();
        }

        Assert.Empty(bench.Sent);
        Assert.Equal([RejectReason.OrderQuantityLimit, RejectReason.OrderQuantityLimit], bench.Reports.Select(report => report.RejectReason));
    }

    [Fact]
    public void A_full_inbox_loses_nothing_and_is_tried_again()
    {
        using StrategyBench bench = new(table => new TwoQuoters(table), inbox: 2);
        bench.Book("10.00", "10.02");
        Assert.Equal(["1 Buy 100@9.99 Gtc post-only", "2 Sell 100@10.03 Gtc post-only"], bench.TakeSent());
        bench.Call();
        Assert.Equal(["3 Buy 100@9.99 Gtc post-only", "4 Sell 100@10.03 Gtc post-only"], bench.TakeSent());
    }

    [Fact]
    public void Stopping_cancels_what_works()
    {
        using StrategyBench bench = Bench(Parameters);
        bench.Book("10.00", "10.02");
        bench.TakeSent();
        bench.Expired(2);
        bench.Stop();
        Assert.Equal(["3 cancel"], bench.TakeSent());
    }

    [Fact]
    public void Every_fault_of_the_parameters_is_listed()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new QuotingStrategy(
            new QuotingParameters
            {
                Name = "",
                Instrument = StrategyBench.Abc,
                Reference = (QuoteReference)9,
                DistanceTicks = -1,
                Size = Quantity.FromWhole(5),
                MaxPosition = default,
                SkewTicks = -1,
                RequoteTicks = 0,
                RejectPauseNs = -1,
            },
            StrategyBench.Instruments()));
        Assert.Equal(
            "strategy  cannot be built: name is empty; reference=9 must be Mid or Best; distanceTicks=-1 must be 0 to 1000000; size=5 must be a multiple of lotSize=10; "
            + "maxPosition=0 must be above 0 and at most 11529215046.06846976; skewTicks=-1 must be 0 to 1000000; requoteTicks=0 must be 1 to 1000000; "
            + "rejectPauseNs=-1 must be 0 to 1152921504606846976",
            refused.Message);
        Assert.Contains("instrument=7 is not in the table of 1", Assert.Throws<ArgumentException>(() => new QuotingStrategy(Parameters with { Instrument = new InstrumentId(7) }, StrategyBench.Instruments())).Message, StringComparison.Ordinal);
    }

    private static StrategyBench Bench(QuotingParameters parameters) => new(table => new QuotingStrategy(parameters, table));

    /// <summary>Two quoting strategies on one port: four requests for two slots.</summary>
    private sealed class TwoQuoters(LowLatency.Markets.Instruments.InstrumentTable table) : IStrategy
    {
        private readonly QuotingStrategy _first = new(Parameters, table);
        private readonly QuotingStrategy _second = new(Parameters, table);

        public string Name => "two";

        public void OnStart(StrategyContext context)
        {
        }

        public void OnBook(in LowLatency.Markets.Data.MarketEvent cause, StrategyContext context)
        {
            _first.OnBook(in cause, context);
            _second.OnBook(in cause, context);
        }

        public void OnTrade(in LowLatency.Markets.Data.MarketEvent trade, StrategyContext context)
        {
        }

        public void OnReport(in LowLatency.Trading.Reporting.ExecutionReport report, StrategyContext context)
        {
            _first.OnReport(in report, context);
            _second.OnReport(in report, context);
        }

        public void OnTimer(long timerId, StrategyContext context)
        {
        }

        public void OnStop(StrategyContext context)
        {
        }
    }
}
