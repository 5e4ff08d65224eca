using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Monitoring;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Monitoring;

/// <summary>The orders as everybody but the engine sees them: what came in by the drop copy, and the whole list of what is told.</summary>
public sealed class OrderMonitorTests : IDisposable
{
    private readonly EngineBench _bench = new(d => d.Limits = d.Limits with { DropCopy = 64 });
    private readonly CollectingSink _sink = new();
    private readonly OrderMonitor _monitor;

    public OrderMonitorTests()
    {
        _monitor = new OrderMonitor(_bench.Engine, new OrderMonitorLimits(CompletedOrders: 2, HistoryEntries: 4), _sink);
        _bench.Quote(Abc, "10.00", "10.10");
        _bench.Quote(Xyz, "10.00", "10.50");
    }

    public void Dispose() => _bench.Dispose();

    private OrderHandle Send(string quantity = "100", InstrumentId? instrument = null, StrategyPort? port = null, VenueId venue = default, Side side = Side.Buy)
    {
        _bench.Limit(side, "10.00", quantity, instrument, port, venue: venue);
        return _bench.Requests(venue == SecondVenue ? 1 : 0)[^1].Handle;
    }

    private string[] Working(RiskScope scope)
    {
        _monitor.Poll();
        OrderSnapshot[] orders = new OrderSnapshot[16];
        int count = _monitor.CopyWorking(in scope, orders);
        return [.. orders[..count].Select(order => $"{order.Last.Strategy}:{order.Last.ClOrdId} {order.Last.OrdStatus} {order.Last.CumQty}/{order.Last.OrderQty}").Order(StringComparer.Ordinal)];
    }

    private string[] Completed()
    {
        _monitor.Poll();
        OrderSnapshot[] orders = new OrderSnapshot[16];
        int count = _monitor.CopyCompleted(RiskScope.Firm, orders);
        return [.. orders[..count].Select(order => $"{order.Last.ClOrdId} {order.Last.OrdStatus} {order.Last.CumQty}")];
    }

    private string[] History(OrderHandle handle)
    {
        _monitor.Poll();
        OrderHistoryEntry[] entries = new OrderHistoryEntry[8];
        int count = _monitor.CopyHistory(handle, entries);
        return [.. entries[..count].Select(entry => $"{entry.ExecType} {entry.OrdStatus}{(entry.Reason == RejectReason.None ? "" : $" {entry.Reason}")}")];
    }

    [Fact]
    public void Working_orders_are_found_by_whose_what_and_where_from_the_moment_they_are_sent()
    {
        Send();
        Send("200", venue: SecondVenue);
        Send("10", Xyz, _bench.Second);
        Assert.Equal(["1:1 PendingNew 0/100", "1:2 PendingNew 0/200", "2:1 PendingNew 0/10"], Working(RiskScope.Firm));
        Assert.Equal(["2:1 PendingNew 0/10"], Working(RiskScope.Of(SecondAccount)));
        Assert.Equal(["1:1 PendingNew 0/100", "1:2 PendingNew 0/200"], Working(RiskScope.Of(new StrategyId(1))));
        Assert.Equal(["1:2 PendingNew 0/200"], Working(RiskScope.Of(SecondVenue)));
        Assert.Equal(["2:1 PendingNew 0/10"], Working(RiskScope.Of(Xyz)));
        Assert.Equal(["1:1 PendingNew 0/100"], Working(new RiskScope(FirstAccount, Venue: FirstVenue)));
    }

    [Fact]
    public void An_order_is_found_by_its_present_id_and_by_its_handle_until_it_is_pushed_out()
    {
        OrderHandle handle = Send();
        _bench.Report(handle, ExecType.New);
        _bench.First.Replace(2, _bench.TimeNs, handle, Px("9.99"), Qty("80"));
        _bench.Run();
        _bench.Report(handle, ExecType.Replaced, "9.99", "80", answersReplace: true);
        _monitor.Poll();
        Assert.False(_monitor.TryFind(new StrategyId(1), 1, out _));
        Assert.True(_monitor.TryFind(new StrategyId(1), 2, out OrderSnapshot order));
        Assert.Equal((handle, Qty("80"), Px("9.99")), (order.Last.Handle, order.Last.OrderQty, order.Last.Price));
        _bench.First.Cancel(3, _bench.TimeNs, handle);
        _bench.Run();
        _bench.Report(handle, ExecType.Canceled);
        Assert.Equal(["2 Canceled 0"], Completed());
        Assert.False(_monitor.TryFind(new StrategyId(1), 2, out _));
        Assert.True(_monitor.TryFind(handle, out order));
        Assert.Equal(["PendingReplace PendingReplace", "Replaced New", "PendingCancel PendingCancel", "Canceled Canceled"], History(handle));
        _bench.Report(Send(), ExecType.Canceled);
        _bench.Report(Send(), ExecType.Canceled);
        Assert.Equal(["5 Canceled 0", "4 Canceled 0"], Completed());
        Assert.False(_monitor.TryFind(handle, out _));
        Assert.Empty(History(handle));
        Assert.Equal(["2 Canceled: PendingReplace Replaced PendingCancel Canceled"], _sink.Taken);
    }

    [Fact]
    public void Refusals_are_completed_orders_and_a_refused_cancel_is_history()
    {
        _bench.Limit(Side.Buy, "10.00", "1001");
        OrderHandle handle = Send();
        _bench.First.Cancel(3, _bench.TimeNs, handle);
        _bench.First.Cancel(4, _bench.TimeNs, handle);
        _bench.Run();
        Assert.Equal(["1 Rejected 0"], Completed());
        Assert.Equal(["PendingNew PendingNew", "PendingCancel PendingCancel", "CancelReject PendingCancel OrderPending"], History(handle));
        Assert.Equal(["1:2 PendingCancel 0/100"], Working(RiskScope.Firm));
    }

    [Fact]
    public void Late_fills_and_busts_change_a_completed_order()
    {
        OrderHandle handle = Send();
        _bench.Report(handle, ExecType.Trade, "10.00", "100", number: 1);
        Assert.Equal(["1 Filled 100"], Completed());
        _bench.Report(handle, ExecType.TradeCancel, number: 1);
        Assert.Equal(["1 Filled 0"], Completed());
        Assert.Equal(["PendingNew PendingNew", "Trade Filled", "TradeCancel Filled"], History(handle));
        Assert.Equal(0, _monitor.Inconsistencies);
    }

    [Fact]
    public void The_average_price_is_the_exact_value_over_what_executed_rounded_half_to_even()
    {
        OrderHandle handle = Send("300");
        _bench.Report(handle, ExecType.Trade, "10.00000001", "100", number: 1);
        _bench.Report(handle, ExecType.Trade, "10.00000002", "100", number: 2);
        Assert.Equal(["1:1 PartiallyFilled 200/300"], Working(RiskScope.Firm));
        _monitor.TryFind(handle, out OrderSnapshot order);
        Assert.Equal((Notional.Parse("2000.000003"), Px("10.00000002")), (order.Last.CumNotional, order.Last.AveragePrice));
    }

    [Fact]
    public void An_engine_waits_while_nobody_reads_its_copy_and_loses_nothing()
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 30; j++)
            {
                _bench.First.NewOrder(_bench.First.NextClOrdId, _bench.TimeNs, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10.00"), Qty("1001"));
                _bench.Run();
                Reports(_bench.First);
            }

            Assert.True(_bench.Engine.DropCopy!.Available <= 64);
        }

        int taken = 0;
        for (int more = _monitor.Poll(); more > 0; more = _monitor.Poll())
        {
            taken += more;
            _bench.Run();
            Reports(_bench.First);
        }

        Assert.Equal(taken, _monitor.CompletedOrders);
        Assert.Equal(_bench.Engine.Counters.Orders, taken);
        Assert.Equal(80, taken);
    }

    [Fact]
    public async Task It_is_asked_from_other_threads_while_it_takes_reports()
    {
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim asking = new();
        Task<long> reader = Task.Run(() =>
        {
            OrderSnapshot[] orders = new OrderSnapshot[64];
            OrderHistoryEntry[] entries = new OrderHistoryEntry[4];
            long asked = 0;
            while (!stop.IsCancellationRequested)
            {
                int count = Math.Min(64, _monitor.CopyWorking(RiskScope.Firm, orders));
                foreach (OrderSnapshot order in orders[..count])
                {
                    Assert.Equal(order.Last.OrderQty.Raw, order.Last.CumQty.Raw + order.Last.LeavesQty.Raw);
                    _monitor.CopyHistory(order.Last.Handle, entries);
                }

                _monitor.CopyCompleted(RiskScope.Firm, orders);
                asked++;
                asking.Set();
            }

            return asked;
        });
        asking.Wait(stop.Token);
        for (int i = 0; i < 3_000; i++)
        {
            OrderHandle handle = Send("10", side: i % 2 == 0 ? Side.Buy : Side.Sell);
            _bench.Report(handle, ExecType.Trade, "10.00", "4");
            _monitor.Poll();
            _bench.Report(handle, ExecType.Canceled);
            _monitor.Poll();
            Reports(_bench.First);
        }

        await stop.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Equal((0, 3_000L, 0L), (_monitor.WorkingOrders, _monitor.CompletedOrders, _monitor.Inconsistencies));
    }

    [Fact]
    public void Without_a_drop_copy_there_is_nothing_to_monitor()
    {
        using EngineBench bench = new();
        Assert.Contains("dropCopy=0", Assert.Throws<ArgumentException>(() => new OrderMonitor(bench.Engine, new OrderMonitorLimits())).Message, StringComparison.Ordinal);
        Assert.Contains("completedOrders=0", Assert.Throws<ArgumentException>(() => new OrderMonitor(_bench.Engine, new OrderMonitorLimits(0))).Message, StringComparison.Ordinal);
    }

    private sealed class CollectingSink : ICompletedOrderSink
    {
        public List<string> Taken { get; } = [];

        public void Take(in OrderSnapshot order, ReadOnlySpan<OrderHistoryEntry> history) =>
            Taken.Add($"{order.Last.ClOrdId} {order.Last.OrdStatus}: {string.Join(' ', history.ToArray().Select(entry => entry.ExecType))}");
    }
}
