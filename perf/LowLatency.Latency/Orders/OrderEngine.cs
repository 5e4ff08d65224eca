using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Latency.Orders;

/// <summary>The engine that order rows measure: a strategy, an account, an instrument and a <see cref="RestingGateway"/>, with every check on.</summary>
internal sealed class OrderEngine : IDisposable
{
    /// <summary>The quantity of an order that passes.</summary>
    public const int UnitsPerOrder = 100;

    /// <summary>The quantity of one that does not: twice the largest.</summary>
    public const int UnitsRefused = 20_000;

    public static readonly Price Px = new(100 * Price.One);

    private readonly SpscRing<EngineEvent> _venueReports = new(64);
    private readonly NativeBuffer<RestingOrder> _resting = new(1 << 17, hugePages: true);

    /// <summary>Sets it up with a top of book.</summary>
    /// <param name="live">Orders that rest at the venue.</param>
    /// <param name="inFlight">Slots of the strategy's inbox.</param>
    /// <param name="limited">The levels at which every kind of limit is set, beyond reach.</param>
    public OrderEngine(int live, int inFlight = 64, RiskLevels limited = RiskLevels.None)
    {
        EngineDefinition definition = Define(new EngineLimits { MaxOrders = live + 256, StrategyInbox = inFlight, StrategyReports = 4 * inFlight }, out InstrumentId instrument);
        Instrument = instrument;
        SetEveryLimit(definition, limited);
        Engine = new TradingEngine<RestingGateway, NoJournal, NoProbe>(definition, new RestingGateway(_venueReports, _resting, live));
        Quote(Engine, Instrument);
        Engine.MarketData.PublishReference(Instrument, ReferenceField.LastTrade, Px, TimeNs);
        Engine.MarketData.PublishReference(Instrument, ReferenceField.PreviousClose, Px, TimeNs);
        Engine.MarketData.PublishVolume(Instrument, Quantity.FromWhole(1_000_000_000), TimeNs);
        Engine.Turn(16);
    }

    /// <summary>The strategy's first time.</summary>
    public static long TimeNs => 1_700_000_000_000_000_000;

    public TradingEngine Engine { get; }

    public InstrumentId Instrument { get; }

    public StrategyPort Port => Engine.Strategies[0];

    /// <summary>What such an engine is built from.</summary>
    public static EngineDefinition Define(EngineLimits limits, out InstrumentId instrument)
    {
        InstrumentTable instruments = new();
        instrument = instruments.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(1)).Id;
        EngineDefinition definition = new(instruments) { Limits = limits };
        VenueId venue = definition.AddVenue("resting");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("bench", account);
        definition.AddListing(new ListingDefinition { Instrument = instrument, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(1), TakerFeeRate = 0 });
        definition.SetLimits(account, instrument, new RiskLimits
        {
            MaxOrderQuantity = Quantity.FromWhole(10_000),
            MaxOrderNotional = Notional.Parse("10000000"),
            MaxPosition = Quantity.FromWhole(100_000_000),
            PriceCollarBps = 500,
        });
        return definition;
    }

    /// <summary>Sets every kind of limit but those that no value puts beyond the reach of this traffic: lists of what may not be traded or sold short, and self-trades, since it rests on both sides at one price.</summary>
    private static void SetEveryLimit(EngineDefinition definition, RiskLevels levels)
    {
        RiskLimitKind[] without = [RiskLimitKind.Restriction, RiskLimitKind.ShortSale, RiskLimitKind.SelfTradePrevention];
        AccountId account = definition.Accounts[0].Id;
        InstrumentId instrument = new(1);
        RiskScope[] scopes =
        [
            RiskScope.Firm, RiskScope.Of(account), RiskScope.Of(definition.Strategies[0].Id), RiskScope.Of(definition.Venues[0].Id), RiskScope.Of(instrument), RiskScope.Of(account, instrument),
        ];
        foreach (RiskLimitRule rule in RiskLimitRules.All.Where(rule => !rule.IsRequired && !without.Contains(rule.Kind)))
        {
            foreach (RiskScope scope in scopes.Where(scope => (rule.Levels & levels & scope.Level) != 0))
            {
                // A window of a nanosecond holds every order against what is remembered and lets it pass.
                definition.SetLimit(in scope, rule.Kind, rule.IsHigherTighter ? 1 : rule.Most);
            }
        }
    }

    /// <summary>Gives it a top of book around <see cref="Px"/>, before its stages are parted.</summary>
    public static void Quote(TradingEngine engine, InstrumentId instrument)
    {
        engine.MarketData.PublishTop(instrument, new TopOfBook(Price.Parse("99.99"), Quantity.FromWhole(500), Price.Parse("100.01"), Quantity.FromWhole(500)), TimeNs);
        engine.Turn(16);
    }

    public void Dispose()
    {
        Engine.Dispose();
        _venueReports.Dispose();
        _resting.Dispose();
    }
}
