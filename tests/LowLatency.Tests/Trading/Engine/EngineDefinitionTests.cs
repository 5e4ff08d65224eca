using System.Diagnostics;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using Xunit.Abstractions;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Trading.Engine;

public class EngineDefinitionTests(ITestOutputHelper output)
{
    private const string MaxQuantity = "11529215046.06846976";
    private const string MaxPrice = "92233720368.54775807";

    [Fact]
    public void An_empty_definition_says_what_is_missing() => Assert.Equal(
        [
            "venues is empty: at least one is needed",
            "accounts is empty: at least one is needed",
            "strategies is empty: at least one is needed",
            "instruments is empty: at least one is needed",
            "listings is empty: at least one is needed",
        ],
        new EngineDefinition(new InstrumentTable()).Check());

    [Fact]
    public void Records_of_accounts_with_instruments_and_with_listings_are_bounded()
    {
        const int Accounts = 1 << 13;
        const int Instruments = 1 << 11;
        InstrumentTable instruments = new();
        EngineDefinition definition = new(instruments);
        VenueId[] venues = [definition.AddVenue("first"), definition.AddVenue("second")];
        for (int i = 1; i < Accounts; i++)
        {
            definition.AddAccount($"account{i}");
        }

        definition.AddStrategy("one", new AccountId(1));
        for (int i = 1; i < Instruments; i++)
        {
            InstrumentId instrument = instruments.Add($"I{i}", "USD", Px("0.01"), Qty("1")).Id;
            foreach (VenueId venue in venues.AsSpan(0, i == 1 ? 2 : 1))
            {
                definition.AddListing(new ListingDefinition { Instrument = instrument, Venue = venue, TickSize = Px("0.01"), LotSize = Qty("1") });
            }
        }

        Assert.Equal(["(accounts + 1) × (listings + 1)=8192 × 2049 must be at most 16777216"], definition.Check());
        instruments.Add("LAST", "USD", Px("0.01"), Qty("1"));
        Assert.Equal(["(accounts + 1) × (instruments + 1)=8192 × 2049 must be at most 16777216", "(accounts + 1) × (listings + 1)=8192 × 2049 must be at most 16777216"], definition.Check());
    }

    [Fact]
    public void Every_fault_is_listed_at_once_with_path_and_value()
    {
        EngineDefinition definition = Define();
        definition.Limits = new EngineLimits { MaxOrders = 0, StrategyInbox = 3, StrategyReports = 1, MarketDataInbox = 1 << 21, VenueInbox = -4, VenueRequests = 0, OperatorInbox = 1 << 17 };
        definition.AddVenue("FIRST");
        definition.AddAccount(" ");
        definition.AddStrategy("one", new AccountId(9));
        definition.AddListing(new ListingDefinition
        {
            Instrument = new InstrumentId(7),
            Venue = new VenueId(8),
            TickSize = default,
            LotSize = Qty("-1"),
            MinPrice = Px("5"),
            MaxPrice = Px("4"),
            MinQuantity = Qty("3"),
            MaxQuantity = Qty("2"),
            MakerFeeRate = -10_000_001,
            TakerFeeRate = 10_000_001,
        });
        definition.AddListing(definition.Listings[0]);
        definition.SetLimits(new AccountId(9), new InstrumentId(1), new RiskLimits
        {
            MaxOrderQuantity = new Quantity(RiskLimits.MaxRawQuantity + 1),
            MaxPosition = Qty("-1"),
            MaxOrderNotional = Notional.Parse("-1"),
            PriceCollarBps = 1_000_001,
        });
        definition.SetLimit(RiskScope.Of(new VenueId(1)), RiskLimitKind.MaxPosition, 1);
        definition.SetLimit(new RiskScope(new AccountId(1), Venue: new VenueId(1)), RiskLimitKind.MaxOrderQuantity, 1);
        definition.SetLimit(RiskScope.Firm, (RiskLimitKind)200, 1);
        string[] expected =
        [
            "maxOrders=0 must be 1 to 16777216",
            "strategyInbox=3 must be a power of two, 2 to 1048576",
            "strategyReports=1 must be a power of two, 2 to 1048576",
            "marketDataInbox=2097152 must be a power of two, 2 to 1048576",
            "venueInbox=-4 must be a power of two, 2 to 1048576",
            "venueRequests=0 must be a power of two, 2 to 1048576",
            "operatorInbox=131072 must be a power of two, 2 to 65536",
            "venues[2].name=FIRST is there already",
            "accounts[2].name is empty",
            "strategies[2].name=one is there already",
            "strategies.one.account=9 is no account",
            "listings[3].instrument=7 is no instrument",
            "listings[3].venue=8 is no venue",
            $"listings[3].tickSize=0 must be 0.00000001 to {MaxPrice}",
            $"listings[3].lotSize=-1 must be 0.00000001 to {MaxQuantity}",
            $"listings[3].maxPrice=4 must be 5 to {MaxPrice}",
            $"listings[3].maxQuantity=2 must be 3 to {MaxQuantity}",
            "listings[3].makerFeeRate=-0.10000001 must be -0.1 to 0.1",
            "listings[3].takerFeeRate=0.10000001 must be -0.1 to 0.1",
            "listings[4] lists instrument 1 at venue 1 a second time",
            "limits[account=9,instrument=1].MaxOrderQuantity names an account, strategy, venue or instrument that is not there",
            $"limits[account=9,instrument=1].MaxOrderQuantity=11529215046.06846977 must be 0 to {MaxQuantity}",
            "limits[account=9,instrument=1].MaxOrderNotional names an account, strategy, venue or instrument that is not there",
            "limits[account=9,instrument=1].MaxOrderNotional=-1 must be 0 to 1000000000000000000",
            "limits[account=9,instrument=1].MaxPosition names an account, strategy, venue or instrument that is not there",
            $"limits[account=9,instrument=1].MaxPosition=-1 must be 0 to {MaxQuantity}",
            "limits[account=9,instrument=1].PriceCollarBps names an account, strategy, venue or instrument that is not there",
            "limits[account=9,instrument=1].PriceCollarBps=1000001 must be 0 to 1000000",
            "limits[venue=1].MaxPosition cannot be set there: its levels are Positions",
            "limits[account=1,venue=1].MaxOrderQuantity cannot be set there: its levels are All",
            "limits[firm].200 is no limit",
        ];
        Assert.Equal(expected, definition.Check());
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new TradingEngine<SilentGateway, NoJournal, NoProbe>(definition, default));
        Assert.All(expected, fault => Assert.Contains(fault, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_million_order_slots_fit_in_a_gigabyte()
    {
        EngineDefinition definition = Define();
        definition.Limits = new EngineLimits { MaxOrders = 1 << 20 };
        using Process process = Process.GetCurrentProcess();
        long before = process.WorkingSet64;
        Stopwatch clock = Stopwatch.StartNew();
        using TradingEngine engine = new TradingEngine<SilentGateway, NoJournal, NoProbe>(definition, default);
        clock.Stop();
        process.Refresh();
        long grown = process.WorkingSet64 - before;
        output.WriteLine($"{clock.ElapsedMilliseconds} ms, {grown >> 20} MiB");

        // What other tests give back meanwhile counts against it.
        Assert.InRange(grown, 1L << 26, (1L << 30) - 1);
        Assert.Equal(0, engine.OpenOrders);
        engine.MarketData.PublishTop(Abc, new(Px("10"), Qty("5"), Px("10.5"), Qty("5")), 1);
        engine.Strategies[0].NewOrder(1, 1, Abc, Side.Buy, OrderType.Limit, TimeInForce.Gtc, Px("10"), Qty("1"));
        engine.Turn(64);
        Assert.Equal(1, engine.OpenOrders);
    }
}
