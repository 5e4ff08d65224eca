using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

public class BackpressureTests
{
    private static SendResult Order(StrategyPort port, ulong id) => port.NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));

    private static EngineBench Quoted(Func<EngineLimits, EngineLimits> change)
    {
        EngineBench bench = new(d => d.Limits = change(d.Limits));
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    [Fact]
    public void A_full_strategy_inbox_says_so_at_once_and_uses_no_id()
    {
        using EngineBench bench = Quoted(limits => limits with { StrategyInbox = 4 });
        for (ulong id = 1; id <= 4; id++)
        {
            Assert.Equal(SendResult.Sent, Order(bench.First, id));
        }

        Assert.Equal(SendResult.Backpressure, Order(bench.First, 5));
        Assert.Equal(SendResult.Backpressure, bench.First.Cancel(5, 1, 1UL));
        Assert.Equal(SendResult.Backpressure, bench.First.Cancel(5, 1, new OrderHandle(0, 1)));
        Assert.Equal(SendResult.Backpressure, bench.First.Replace(5, 1, 1UL, Px("10"), Qty("2")));
        Assert.Equal(SendResult.Backpressure, bench.First.Replace(5, 1, new OrderHandle(0, 1), Px("10"), Qty("2")));
        Assert.Equal(5UL, bench.First.NextClOrdId);
        Assert.Equal(SendResult.Sent, Order(bench.Second, 1));
        bench.Run();
        Assert.Equal([1UL, 2UL, 3UL, 4UL, 1UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(SendResult.Sent, Order(bench.First, 5));
        bench.Run();
        Assert.Equal([5UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Empty(bench.Lines());
        Assert.Equal((6, 6), (bench.Engine.Counters.Orders, bench.Engine.OpenOrders));
    }

    [Fact]
    public void While_reports_are_not_drained_the_engine_takes_nothing_but_commands_and_loses_nothing()
    {
        using EngineBench bench = Quoted(limits => limits with { StrategyReports = 4 });
        bench.Limit(Side.Buy, "10", "100");
        OrderHandle handle = bench.Requests().Single().Handle;
        for (int i = 0; i < 10; i++)
        {
            bench.Engine.VenueReports[0].Publish(new VenueReport { Handle = handle, ExecType = ExecType.Trade, Price = Px("10"), Quantity = Qty("1"), VenueNumber = (ulong)i + 1 }, 1);
        }

        Order(bench.Second, 1);
        bench.Engine.MarketData.PublishTop(Abc, new TopOfBook(Px("9.99"), Qty("1"), Px("10"), Qty("1")), 2);
        bench.Engine.Operator.Send(OperatorCommand.Kill, 1, FirstAccount);
        bench.Run();
        long taken = bench.Engine.Counters.Events;
        Assert.Equal(4, bench.First.ReportsAvailable);
        Assert.Equal(0, bench.Engine.Turn(64));
        Assert.False(bench.Engine.IsQuiet);
        Assert.Equal(taken, bench.Engine.Counters.Events);
        Assert.Equal([(VenueRequestKind.Cancel, handle)], bench.Requests().Select(r => (r.Kind, r.Handle)));
        bench.Engine.Operator.Send(OperatorCommand.Kill, 1, SecondAccount);
        bench.Engine.Operator.Send(OperatorCommand.Release, 1, SecondAccount);
        bench.Run();
        Assert.Equal(3, bench.Engine.Commands.Count);
        List<ExecutionReport> all = [];
        while (!bench.Engine.IsQuiet)
        {
            all.Add(bench.First.PeekReport());
            bench.First.ReleaseReport();
            bench.Run();
            Assert.InRange(bench.First.ReportsAvailable, 0, 4);
        }

        all.AddRange(Reports(bench.First));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (ulong)i), all.Select(r => r.VenueNumber));
        Assert.Equal([1UL], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(10, bench.Engine.Counters.Fills);
    }

    [Fact]
    public void One_strategy_that_does_not_drain_holds_back_the_other_too()
    {
        using EngineBench bench = Quoted(limits => limits with { StrategyReports = 2 });
        bench.Limit(Side.Buy, "10", "0");
        bench.Limit(Side.Buy, "10", "0");
        Order(bench.Second, 1);
        bench.Run();
        Assert.Empty(bench.Requests());
        Assert.Equal(2, bench.Lines().Count);
        bench.Run();
        Assert.Equal([1UL], bench.Requests().Select(r => r.ClOrdId));
    }

    [Fact]
    public void Full_market_data_venue_and_operator_inboxes_say_so()
    {
        using EngineBench bench = Quoted(limits => limits with { MarketDataInbox = 2, VenueInbox = 2, OperatorInbox = 2 });
        bench.Limit(Side.Buy, "10", "100");
        VenueReport fill = new() { Handle = bench.Requests().Single().Handle, ExecType = ExecType.Trade, Price = Px("10"), Quantity = Qty("1") };
        TopOfBook top = new(Px("9"), Qty("1"), Px("9.01"), Qty("1"));
        (SendResult Top, SendResult Report, SendResult Command)[] results = [.. Enumerable.Range(0, 3).Select(_ =>
            (bench.Engine.MarketData.PublishTop(Abc, in top, 1), bench.Engine.VenueReports[0].Publish(in fill, 1), bench.Engine.Operator.Send(OperatorCommand.Release, 1)))];
        Assert.Equal(
            [(SendResult.Sent, SendResult.Sent, SendResult.Sent), (SendResult.Sent, SendResult.Sent, SendResult.Sent), (SendResult.Backpressure, SendResult.Backpressure, SendResult.Backpressure)],
            results);
        Assert.Equal(SendResult.Backpressure, bench.Engine.MarketData.PublishTime(5));
        Assert.Equal(SendResult.Sent, bench.Engine.VenueReports[1].Publish(in fill, 1));
        bench.Run();
        Assert.Equal(3, bench.Engine.Counters.Fills);
        Assert.Equal(SendResult.Sent, bench.Engine.MarketData.PublishTime(5_000));
        Assert.Equal(SendResult.Sent, bench.Engine.VenueReports[0].Publish(in fill, 1));
        bench.Run();
        Assert.Equal((4, 5_000), (bench.Engine.Counters.Fills, bench.Engine.TimeNs));
    }

    [Fact]
    public void Time_never_goes_back()
    {
        using EngineBench bench = new();
        List<long> times = [];
        foreach (long timeNs in (long[])[100, 50, 101, long.MinValue, 0, 102])
        {
            bench.Engine.MarketData.PublishTime(timeNs);
            bench.Run();
            times.Add(bench.Engine.TimeNs);
        }

        Assert.Equal([100, 100, 101, 101, 101, 102], times);
    }
}
