using LowLatency.Markets.Matching;
using LowLatency.Markets.Matching.Reports;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Markets.Matching;

/// <summary>The rules of the matching book one by one.</summary>
public sealed class MatchingBookTests : IDisposable
{
    private readonly MatchingBook _book = new(new(MaxOrderId: 100, MaxOrders: 4, WindowSize: 64, FarCapacity: 8));
    private RecordingSink _sink = new([]);

    public void Dispose() => _book.Dispose();

    [Fact]
    public void A_smaller_quantity_keeps_priority_at_a_venue_and_loses_it_under_reinsertion()
    {
        Enter(new(1, Side.Buy, 10, 5), new(2, Side.Buy, 10, 5));
        _book.Replace<VenueModifyPolicy, RecordingSink>(1, 10, 3, ref _sink);
        Assert.Equal(0, Ahead(1));
        _book.Replace<ReinsertModifyPolicy, RecordingSink>(1, 10, 2, ref _sink);
        Assert.Equal(5, Ahead(1));
        Assert.Equal(7, _book.QuantityAt(Side.Buy, 10));
    }

    [Fact]
    public void More_quantity_or_another_price_loses_priority_at_a_venue()
    {
        Enter(new(1, Side.Sell, 10, 5), new(2, Side.Sell, 10, 5), new(3, Side.Sell, 11, 5));
        _book.Replace<VenueModifyPolicy, RecordingSink>(1, 10, 6, ref _sink);
        Assert.Equal(5, Ahead(1));
        _book.Replace<VenueModifyPolicy, RecordingSink>(2, 11, 1, ref _sink);
        Assert.Equal(5, Ahead(2));
    }

    [Fact]
    public void A_replace_into_the_market_is_reported_before_its_trades_at_a_venue_and_after_them_under_reinsertion()
    {
        Enter(new(1, Side.Sell, 10, 5), new(2, Side.Buy, 9, 5), new(3, Side.Buy, 8, 5));
        _sink.Lines.Clear();
        _book.Replace<VenueModifyPolicy, RecordingSink>(2, 10, 1, ref _sink);
        _book.Replace<ReinsertModifyPolicy, RecordingSink>(3, 10, 1, ref _sink);
        Assert.Equal(
            [
                "replaced id=2 owner=0 Buy price=10 quantity=1 keeps=False",
                "trade maker=1 owner=0 Sell price=10 leaves=4 taker=2 owner=0 quantity=1 leaves=0",
                "trade maker=1 owner=0 Sell price=10 leaves=3 taker=3 owner=0 quantity=1 leaves=0",
                "replaced id=3 owner=0 Buy price=10 quantity=1 keeps=False",
            ],
            _sink.Lines);
        Assert.Equal(1, _book.Count);
    }

    [Fact]
    public void A_fill_or_kill_order_trades_whole_or_not_at_all()
    {
        Enter(new(1, Side.Sell, 10, 5), new(2, Side.Sell, 12, 5));
        _sink.Lines.Clear();
        Enter(new OrderEntry(3, Side.Buy, 11, 6, TimeInForce: TimeInForce.Fok), new OrderEntry(4, Side.Buy, 12, 6, TimeInForce: TimeInForce.Fok));
        Assert.Equal(
            [
                "accepted id=3 owner=0 Buy price=11 quantity=6",
                "canceled id=3 owner=0 Buy price=11 quantity=6 FillOrKill",
                "accepted id=4 owner=0 Buy price=12 quantity=6",
                "trade maker=1 owner=0 Sell price=10 leaves=0 taker=4 owner=0 quantity=5 leaves=1",
                "trade maker=2 owner=0 Sell price=12 leaves=4 taker=4 owner=0 quantity=1 leaves=0",
            ],
            _sink.Lines);
    }

    [Fact]
    public void A_market_order_reaches_every_price_and_cancels_its_remainder()
    {
        Enter(new(1, Side.Buy, long.MinValue, 5), new(2, Side.Buy, 3, 5, Owner: 7));
        _sink.Lines.Clear();
        Enter(new OrderEntry(3, Side.Sell, 999, 11, OrderType.Market, Owner: 9));
        Assert.Equal(
            [
                "accepted id=3 owner=9 Sell price=999 quantity=11",
                "trade maker=2 owner=7 Buy price=3 leaves=0 taker=3 owner=9 quantity=5 leaves=6",
                "trade maker=1 owner=0 Buy price=-9223372036854775808 leaves=0 taker=3 owner=9 quantity=5 leaves=1",
                "canceled id=3 owner=9 Sell price=999 quantity=1 NoLiquidity",
            ],
            _sink.Lines);
    }

    [Fact]
    public void Requests_that_cannot_be_right_are_refused_with_the_first_reason()
    {
        OrderEntry good = new(1, Side.Buy, 10, 5);
        Assert.Equal(MatchRejectReason.InvalidSide, _book.Enter(good with { Side = Side.None, Quantity = 0 }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidSide, _book.Enter(good with { Side = (Side)9 }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Enter(good with { Type = (OrderType)77 }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Enter(good with { TimeInForce = (TimeInForce)2 }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Enter(good with { ExecInst = (ExecInst)2 }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Enter(good with { ExecInst = ExecInst.PostOnly, TimeInForce = TimeInForce.Ioc }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Enter(good with { ExecInst = ExecInst.PostOnly, Type = OrderType.Market }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidOwner, _book.Enter(good with { Owner = -1 }, ref _sink));
        foreach (long quantity in new[] { 0, -1, long.MinValue, long.MaxValue, MatchingBookLimits.MaxQuantity + 1 })
        {
            Assert.Equal(MatchRejectReason.InvalidQuantity, _book.Enter(good with { Quantity = quantity }, ref _sink));
            Assert.Equal(MatchRejectReason.InvalidQuantity, _book.Enter(good with { Quantity = quantity, Type = OrderType.Market }, ref _sink));
        }

        Assert.Equal(MatchRejectReason.OrderIdOutOfRange, _book.Enter(good with { Id = 101 }, ref _sink));
        Assert.Equal(MatchRejectReason.OrderIdOutOfRange, _book.Enter(good with { Id = uint.MaxValue }, ref _sink));
        Assert.Equal(MatchRejectReason.UnknownOrderId, _book.Cancel(uint.MaxValue, ref _sink));
        Assert.Equal(MatchRejectReason.UnknownOrderId, _book.Reduce(0, 1, ref _sink));
        Assert.Equal(MatchRejectReason.UnknownOrderId, _book.Replace<VenueModifyPolicy, RecordingSink>(101, 1, 1, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Rest(good with { Type = OrderType.Market }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidInstruction, _book.Rest(good with { TimeInForce = TimeInForce.Ioc }, ref _sink));
        Assert.Equal(0, _book.Count);

        Assert.Equal(MatchRejectReason.None, _book.Enter(good with { Quantity = MatchingBookLimits.MaxQuantity }, ref _sink));
        Assert.Equal(MatchRejectReason.DuplicateOrderId, _book.Enter(good, ref _sink));
        Assert.Equal(MatchRejectReason.DuplicateOrderId, _book.Enter(good with { TimeInForce = TimeInForce.Fok }, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidQuantity, _book.Replace<VenueModifyPolicy, RecordingSink>(1, 1, 0, ref _sink));
        Assert.Equal(MatchRejectReason.InvalidQuantity, _book.Reduce(1, MatchingBookLimits.MaxQuantity + 1, ref _sink));
        Assert.Equal(1, _book.Count);
    }

    [Fact]
    public void A_full_book_still_takes_orders_that_make_room_for_themselves()
    {
        Enter(new(1, Side.Buy, 10, 5), new(2, Side.Buy, 9, 5), new(3, Side.Buy, 8, 5), new(4, Side.Buy, 7, 5));
        Assert.Equal(MatchRejectReason.PoolFull, _book.Enter(new(5, Side.Buy, 6, 5), ref _sink));
        Assert.Equal(MatchRejectReason.None, _book.Enter(new(5, Side.Sell, 10, 6), ref _sink));
        Assert.Equal(4, _book.Count);
        Assert.True(_book.CheckInvariants(out string broken), broken);
        Assert.True(_book.TryGetOrder(5, out RestingOrder order));
        Assert.Equal((10L, 1L, Side.Sell), (order.Price, order.Quantity, order.Side));
    }

    [Fact]
    public void Rested_orders_cross_without_trading_and_can_be_walked_in_their_order()
    {
        foreach (uint id in new uint[] { 1, 2, 3 })
        {
            _book.Rest(new(id, Side.Buy, 10, id, Owner: (int)id * 11), ref _sink);
        }

        _book.Rest(new(4, Side.Sell, 9, 5), ref _sink);
        Assert.Equal(4, _book.Count);
        List<(uint, int)> walked = [];
        for (bool more = _book.TryGetFirst(Side.Buy, 10, out RestingOrder order); more; more = _book.TryGetNext(order, out order))
        {
            walked.Add((order.Id, order.Owner));
        }

        Assert.Equal([(1u, 11), (2u, 22), (3u, 33)], walked);
        Assert.False(_book.TryGetFirst(Side.Buy, 11, out _));
    }

    [Fact]
    public void A_cleared_book_is_as_new()
    {
        Enter(new(1, Side.Buy, 10, 5), new(2, Side.Sell, 20, 5));
        _book.Clear();
        Assert.Equal(0, _book.Count);
        Assert.False(_book.TryBest(Side.Buy, out _, out _));
        Assert.False(_book.TryGetOrder(1, out _));
        Enter(new(1, Side.Sell, 5, 5), new(2, Side.Sell, 6, 1), new(3, Side.Sell, 7, 1), new(4, Side.Sell, 8, 1));
        Assert.Equal(4, _book.Count);
        Assert.True(_book.CheckInvariants(out string broken), broken);
    }

    [Fact]
    public void A_side_that_is_none_is_an_empty_side()
    {
        Enter(new(1, Side.Buy, 10, 5), new(2, Side.Sell, 20, 5));
        foreach (Side side in new[] { Side.None, (Side)3, (Side)255 })
        {
            Assert.False(_book.TryBest(side, out _, out _));
            Assert.False(_book.WouldCross(side, 10));
            Assert.Equal(0, _book.QuantityAt(side, 10));
            Assert.Equal(0, _book.AvailableQuantity(side, 10, 1));
            Assert.Equal(0, _book.CopyDepth(side, new LowLatency.Markets.Books.LadderLevel<long>[2]));
        }
    }

    [Fact]
    public void Bad_limits_are_refused_together()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new MatchingBook(new(0, -1, 100, 0)));
        foreach (string part in new[] { "MaxOrderId=0", "MaxOrders=-1", "WindowSize=100", "FarCapacity=0" })
        {
            Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        }
    }

    private void Enter(params OrderEntry[] entries)
    {
        foreach (OrderEntry entry in entries)
        {
            Assert.Equal(MatchRejectReason.None, _book.Enter(entry, ref _sink));
        }
    }

    private long Ahead(uint id)
    {
        Assert.True(_book.TryGetQueuePosition(id, out QueuePosition position));
        return position.Quantity;
    }
}
