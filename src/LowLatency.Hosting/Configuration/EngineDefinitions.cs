using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Hosting.Configuration;

/// <summary>Turns settings into what an engine is built from.</summary>
public static class EngineDefinitions
{
    /// <summary>A definition over the settings' own instruments: for a live host.</summary>
    /// <exception cref="ConfigurationException">The engine could not be built; lists every fault.</exception>
    public static EngineDefinition From(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        InstrumentTable table = new();
        foreach (InstrumentSettings instrument in settings.Instruments)
        {
            table.Add(instrument.Symbol, instrument.Currency, instrument.TickSize, instrument.LotSize);
        }

        return From(settings, table);
    }

    /// <summary>A definition over a recording's instruments: for replay, where events carry the recording's numbers.</summary>
    /// <exception cref="ConfigurationException">An instrument of the settings is not in the recording, or the engine could not be built; lists every fault.</exception>
    public static EngineDefinition From(RunSettings settings, InstrumentTable recorded)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recorded);
        IReadOnlyList<string> faults = Missing(settings, recorded);
        if (faults.Count > 0)
        {
            throw new ConfigurationException("configuration", faults);
        }

        EngineDefinition definition = new(recorded) { Limits = settings.Limits };
        Dictionary<string, VenueId> venues = new(StringComparer.Ordinal);
        foreach (VenueSettings venue in settings.Venues)
        {
            VenueId id = definition.AddVenue(venue.Name, status: venue.Calendar is null ? TradingStatus.Unknown : TradingStatus.Closed);
            venues.Add(venue.Name, id);
            foreach (ListingSettings listing in venue.Listings)
            {
                definition.AddListing(Listing(listing, IdOf(recorded, listing.Symbol), id));
            }
        }

        Dictionary<string, AccountId> accounts = settings.Accounts.ToDictionary(name => name, definition.AddAccount, StringComparer.Ordinal);
        Dictionary<string, StrategyId> strategies = settings.Strategies.ToDictionary(one => one.Name, one => definition.AddStrategy(one.Name, accounts[one.Account]), StringComparer.Ordinal);
        foreach (string name in settings.Operators)
        {
            definition.AddOperator(name);
        }

        definition.LooseningNeedsApproval = settings.Risk.LooseningNeedsApproval;
        definition.DayStartNs = settings.Risk.DayStartNs;
        foreach (InstrumentSettings one in settings.Instruments.Where(one => one.Sector.Length > 0))
        {
            definition.SetSector(IdOf(recorded, one.Symbol), one.Sector);
        }

        foreach (EntitlementSettings one in settings.Entitlements)
        {
            RiskScope scope = Scope(one.Account, one.Strategy, one.Venue, one.Symbol);
            definition.Entitle(in scope);
        }

        foreach (LimitSettings limit in settings.RiskLimits)
        {
            RiskScope scope = Scope(limit.Account, limit.Strategy, limit.Venue, limit.Symbol);
            foreach ((RiskLimitKind kind, Int128 value) in limit.Values)
            {
                definition.SetLimit(in scope, kind, value);
            }
        }

        faults = definition.Check();
        return faults.Count == 0 ? definition : throw new ConfigurationException("configuration", faults);

        RiskScope Scope(string account, string strategy, string venue, string symbol) => new(
            accounts.GetValueOrDefault(account),
            strategies.GetValueOrDefault(strategy),
            venues.GetValueOrDefault(venue),
            symbol.Length == 0 ? default : IdOf(recorded, symbol));
    }

    private static List<string> Missing(RunSettings settings, InstrumentTable recorded)
    {
        List<string> faults = [];
        string there = string.Join(", ", recorded.All.Take(20).Select(instrument => instrument.Symbol)) + (recorded.Count > 20 ? ", …" : "");
        foreach (InstrumentSettings wanted in settings.Instruments)
        {
            if (!recorded.TryFind(wanted.Symbol, out Instrument? found))
            {
                faults.Add($"{wanted.Path}.symbol={wanted.Symbol} is not in the recording, which has {there}");
            }
            else if (found.Currency != wanted.Currency)
            {
                faults.Add($"{wanted.Path}.currency={wanted.Currency} but the recording has {wanted.Symbol} in {found.Currency}");
            }
        }

        return faults;
    }

    private static InstrumentId IdOf(InstrumentTable table, string symbol) =>
        table.TryFind(symbol, out Instrument? instrument) ? instrument.Id : throw new ArgumentException($"symbol={symbol} is no instrument");

    private static ListingDefinition Listing(ListingSettings listing, InstrumentId instrument, VenueId venue) => new()
    {
        Instrument = instrument,
        Venue = venue,
        TickSize = listing.TickSize,
        LotSize = listing.LotSize,
        MinPrice = listing.MinPrice,
        MaxPrice = listing.MaxPrice,
        MinQuantity = listing.MinQuantity,
        MaxQuantity = listing.MaxQuantity,
        MakerFeeRate = listing.MakerFeeRate,
        TakerFeeRate = listing.TakerFeeRate,
    };
}
