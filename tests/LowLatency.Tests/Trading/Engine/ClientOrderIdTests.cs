using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

public class ClientOrderIdTests
{
    /// <summary>Orders of each strategy; the bench has 64 slots.</summary>
    private const ulong Many = 30;

    private static EngineBench Quoted()
    {
        EngineBench bench = new();
        bench.Quote(Abc, "10.00", "10.01");
        return bench;
    }

    private static void New(EngineBench bench, int strategy, ulong id)
    {
        bench.Engine.Strategies[strategy - 1].NewOrder(id, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        bench.Run();
    }

    [Fact]
    public void Strategies_use_the_same_ids_without_meeting()
    {
        using EngineBench bench = Quoted();
        for (ulong id = 1; id <= 20; id++)
        {
            New(bench, 1, id);
            New(bench, 2, id);
        }

        List<VenueRequest> sent = bench.Requests();
        Assert.Equal(40, sent.Select(r => r.Handle).Distinct().Count());
        bench.Second.Cancel(21, 1, 7UL);
        bench.First.Cancel(21, 1, 7UL);
        bench.Run();
        Assert.Equal([sent[12].Handle, sent[13].Handle], bench.Requests().Select(r => r.Handle));
        Assert.Empty(bench.Lines());
        Assert.Empty(bench.Lines(bench.Second));
    }

    [Fact]
    public void The_largest_id_is_the_last_one()
    {
        using EngineBench bench = Quoted();
        New(bench, 1, ulong.MaxValue - 1);
        New(bench, 1, ulong.MaxValue);
        Assert.Equal(0UL, bench.First.NextClOrdId);
        New(bench, 1, bench.First.NextClOrdId);
        New(bench, 1, 5);
        bench.First.Cancel(ulong.MaxValue, 1, ulong.MaxValue);
        bench.Run();
        Assert.Equal([ulong.MaxValue - 1, ulong.MaxValue], bench.Requests().Select(r => r.ClOrdId));
        Assert.Equal(
            [
                "Rejected Rejected id=0 Buy 1@10 cum=0 leaves=0 DuplicateClOrdId",
                "Rejected Rejected id=5 Buy 1@10 cum=0 leaves=0 DuplicateClOrdId",
                "CancelReject PendingNew id=18446744073709551615 orig=18446744073709551615 Buy 1@10 cum=0 leaves=1 DuplicateClOrdId",
            ],
            bench.Lines());
    }

    /// <summary>One index serves all strategies. Ids so far apart, of two strategies, more of them than the index has places for without chains.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_order_is_found_by_its_clients_id_and_by_that_of_its_replacement(int seed)
    {
        using EngineBench bench = Quoted();
        SplitMix64 random = new((ulong)seed);
        ulong stride = 1UL << (6 + random.Below(40));
        Dictionary<(int Strategy, ulong Id), OrderHandle> orders = [];
        for (ulong i = 1; i <= Many; i++)
        {
            for (int strategy = 1; strategy <= 2; strategy++)
            {
                New(bench, strategy, i * stride);
                OrderHandle handle = bench.Requests()[^1].Handle;
                bench.Report(handle, ExecType.New);
                orders.Add((strategy, i * stride), handle);
            }
        }

        Reports(bench.First);
        Reports(bench.Second);
        ulong next = (Many + 1) * stride;
        foreach (((int strategy, ulong id), OrderHandle handle) in orders.OrderBy(_ => random.Next()).ToArray())
        {
            StrategyPort port = strategy == 1 ? bench.First : bench.Second;
            ulong replaced = next++;
            port.Replace(replaced, 1, id, Px("10"), Qty("2"));
            bench.Run();
            VenueRequest sent = bench.Requests()[^1];
            Assert.Equal((seed, VenueRequestKind.Replace, handle), (seed, sent.Kind, sent.Handle));
            bool taken = (random.Next() & 1) == 0;
            bench.Report(handle, taken ? ExecType.Replaced : ExecType.CancelReject, reason: taken ? RejectReason.None : RejectReason.VenueRejected, answersReplace: !taken);
            port.Cancel(next++, 1, taken ? id : replaced);
            port.Cancel(next++, 1, taken ? replaced : id);
            bench.Run();
            sent = bench.Requests()[^1];
            Assert.Equal((seed, VenueRequestKind.Cancel, handle), (seed, sent.Kind, sent.Handle));
            bench.Report(handle, ExecType.Canceled);
            Assert.Equal(RejectReason.OrderClosed, Reports(port).Single(r => r.ClOrdId == next - 2).RejectReason);
        }

        Assert.Equal(0, bench.Engine.OpenOrders);
    }

    [Fact]
    public void A_venues_own_cancel_carries_the_orders_id_whatever_was_asked_before()
    {
        using EngineBench bench = new(d => d.Limits = d.Limits with { MaxCompletedOrders = 0 });
        bench.Quote(Abc, "10.00", "10.01");
        New(bench, 1, 1);
        OrderHandle handle = bench.Requests().Single().Handle;
        bench.First.Cancel(2, 1, handle);
        bench.Run();
        bench.Report(handle, ExecType.CancelReject, reason: RejectReason.VenueRejected);
        bench.Report(handle, ExecType.Canceled);
        New(bench, 1, 3);
        OrderHandle next = bench.Requests()[1].Handle;
        Assert.Equal(handle.Slot, next.Slot);
        bench.First.Cancel(4, 1, next);
        bench.Run();
        bench.Report(next, ExecType.Canceled);
        New(bench, 1, 5);
        bench.Report(bench.Requests()[^1].Handle, ExecType.Canceled);
        Assert.Equal(
            [
                "CancelReject PendingNew id=2 orig=1 Buy 1@10 cum=0 leaves=1 VenueRejected",
                "Canceled Canceled id=1 Buy 1@10 cum=0 leaves=0",
                "Canceled Canceled id=4 orig=3 Buy 1@10 cum=0 leaves=0",
                "Canceled Canceled id=5 Buy 1@10 cum=0 leaves=0",
            ],
            bench.Lines());
    }

    [Fact]
    public void A_used_id_and_a_pending_cancel_are_both_in_the_mask()
    {
        using EngineBench bench = Quoted();
        New(bench, 1, 1);
        bench.First.Cancel(2, 1, 1UL);
        bench.First.Cancel(2, 1, 1UL);
        bench.Run();
        Assert.Equal("DuplicateClOrdId+OrderPending", bench.OnlyReport().FailedChecks.ToString());
    }
}
