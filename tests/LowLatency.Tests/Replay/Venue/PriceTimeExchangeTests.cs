using LowLatency.Primitives.Orders;
using LowLatency.Replay.Venue;
using LowLatency.Trading.Orders;
using Xunit;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>The same venue without a recorded market: requests trade with each other.</summary>
public sealed class PriceTimeExchangeTests
{
    private readonly VenueScript _script = VenueScript.Exchange();

    [Fact]
    public void Orders_trade_in_price_time_priority_at_the_makers_price_and_both_are_told()
    {
        _script.Sell(1, 10, 1001).Sell(2, 10, 1000).Sell(3, 10, 1001).Take();
        Assert.Equal(
            [
                "4 New", "2 Trade 10@1000 Added", "4 Trade 10@1000 Removed", "1 Trade 10@1001 Added", "4 Trade 10@1001 Removed",
                "3 Trade 5@1001 Added", "4 Trade 5@1001 Removed",
            ],
            _script.Buy(4, 25, 1001).Take());
        ulong[] executions = [.. _script.Reports.Where(r => r.ExecType == ExecType.Trade).Select(r => r.VenueNumber)];
        Assert.Equal([1ul, 1, 2, 2, 3, 3], executions);
        Assert.Equal(["5 New", "3 Trade 5@1001 Added", "5 Trade 5@1001 Removed", "5 Canceled"], _script.Market(5, Side.Buy, 9).Take());
        Assert.Equal(0, ((PriceTimeVenue)_script.Venue).OpenOrders);
    }

    [Fact]
    public void A_replacement_that_crosses_trades()
    {
        _script.Sell(1, 10, 1001).Buy(2, 4, 1000).Take();
        Assert.Equal(["2 Replaced 6@1001", "1 Trade 6@1001 Added", "2 Trade 6@1001 Removed"], _script.Replace(2, 6, 1001).Take());
        Assert.Equal(["1 Replaced 8@1001", "1 Canceled"], _script.Replace(1, 8, 1001).Replace(1, 6, 1001).Take());
    }

    [Fact]
    public void Fill_or_kill_counts_all_participants()
    {
        _script.Buy(1, 5, 1000).Buy(2, 5, 999).Take();
        Assert.Equal(["3 New", "3 Canceled"], _script.Sell(3, 11, 999, TimeInForce.Fok).Take());
        Assert.Equal(
            ["4 New", "1 Trade 5@1000 Added", "4 Trade 5@1000 Removed", "2 Trade 5@999 Added", "4 Trade 5@999 Removed"],
            _script.Sell(4, 10, 999, TimeInForce.Fok).Take());
    }
}
