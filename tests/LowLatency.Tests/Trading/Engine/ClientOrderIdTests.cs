using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

public class ClientOrderIdTests
{
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

    /// <summary>One map serves all strategies; for each id of one there is exactly one of another that means the same place. The later order is refused.</summary>
    [Fact]
    public void An_id_that_collides_in_the_map_is_refused()
    {
        const ulong Salt = 0x9E3779B97F4A7C15;
        const ulong Other = 1 ^ Salt ^ unchecked(Salt * 2);
        using EngineBench bench = Quoted();
        New(bench, 1, 1);
        New(bench, 2, Other);
        OrderHandle first = bench.Requests().Single().Handle;
        Assert.Equal([$"Rejected Rejected id={Other} Buy 1@10 cum=0 leaves=0 DuplicateClOrdId"], bench.Lines(bench.Second));
        Assert.Equal((1, "0"), (bench.Engine.OpenOrders, bench.Engine.Position(SecondAccount, Abc).WorkingBuy.ToString()));
        bench.Second.Cancel(Other + 1, 1, Other);
        New(bench, 2, Other + 2);
        OrderHandle second = bench.Requests().Single().Handle;
        bench.Report(first, ExecType.Canceled);
        New(bench, 2, Other + 3);
        Assert.Equal([$"CancelReject Rejected id={Other + 1} orig={Other} None 0@0 cum=0 leaves=0 OrderClosed"], bench.Lines(bench.Second));
        Assert.NotEqual(first, second);
        Assert.Equal(2, bench.Engine.OpenOrders);
    }

    [Fact]
    public void A_replacement_whose_id_collides_is_refused_and_the_order_stays()
    {
        const ulong Salt = 0x9E3779B97F4A7C15;
        const ulong Other = 1 ^ Salt ^ unchecked(Salt * 2);
        using EngineBench bench = Quoted();
        New(bench, 1, 1);
        New(bench, 2, 1);
        OrderHandle handle = bench.Requests()[1].Handle;
        bench.Report(handle, ExecType.New);
        Reports(bench.Second);
        bench.Second.Replace(Other, 1, handle, Px("10"), Qty("2"));
        bench.Second.Cancel(Other + 1, 1, 1UL);
        bench.Run();
        Assert.Equal([VenueRequestKind.Cancel], bench.Requests().Select(r => r.Kind));
        Assert.Equal([$"CancelReject New id={Other} orig=1 Buy 1@10 cum=0 leaves=1 DuplicateClOrdId"], bench.Lines(bench.Second));
    }

    [Fact]
    public void A_venues_own_cancel_carries_the_orders_id_whatever_was_asked_before()
    {
        using EngineBench bench = Quoted();
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
