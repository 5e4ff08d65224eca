using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine.Definitions;

/// <summary>What an engine is built from. Filled by one thread before start; <see cref="Check"/> lists every fault at once.</summary>
public sealed class EngineDefinition
{
    private readonly List<VenueDefinition> _venues = [];
    private readonly List<AccountDefinition> _accounts = [];
    private readonly List<StrategyDefinition> _strategies = [];
    private readonly List<ListingDefinition> _listings = [];
    private readonly List<OperatorDefinition> _operators = [];
    private readonly Dictionary<(RiskScope Scope, RiskLimitKind Kind), Int128> _limits = [];
    private readonly List<RiskScope> _entitlements = [];
    private readonly Dictionary<InstrumentId, string> _sectors = [];

    /// <summary>Starts a definition over a table of instruments.</summary>
    public EngineDefinition(InstrumentTable instruments)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        Instruments = instruments;
    }

    /// <summary>The instruments.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>The capacities.</summary>
    public EngineLimits Limits { get; set; } = new();

    /// <summary>The venues, by number.</summary>
    public IReadOnlyList<VenueDefinition> Venues => _venues;

    /// <summary>The accounts, by number.</summary>
    public IReadOnlyList<AccountDefinition> Accounts => _accounts;

    /// <summary>The strategies, by number.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies => _strategies;

    /// <summary>The listings; their numbers are their places from 1. An instrument's first listing is where its orders go that name no venue.</summary>
    public IReadOnlyList<ListingDefinition> Listings => _listings;

    /// <summary>Who may command the engine, by number. Where nobody is defined commands need no name.</summary>
    public IReadOnlyList<OperatorDefinition> Operators => _operators;

    /// <summary>Who may trade what where: the ids that are given must match. Where there is none, everybody may everything that limits allow; else an order needs one that covers it.</summary>
    public IReadOnlyList<RiskScope> Entitlements => _entitlements;

    /// <summary>Whether a second operator has to approve when a limit is loosened.</summary>
    public bool LooseningNeedsApproval { get; set; }

    /// <summary>When a trading day begins, nanoseconds after midnight UTC, 0 to below a day: daily counts and sums begin anew.</summary>
    public long DayStartNs { get; set; }

    /// <summary>Limits at start by scope and kind, raw in the kind's unit.</summary>
    public IReadOnlyDictionary<(RiskScope Scope, RiskLimitKind Kind), Int128> RiskLimits => _limits;

    /// <summary>Adds a venue under the next number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="abilities">What it does itself.</param>
    /// <param name="status">Its trading status until it is told of another; closed where a calendar is to open it.</param>
    public VenueId AddVenue(string name, VenueAbilities abilities = VenueAbilities.Standard, TradingStatus status = TradingStatus.Unknown)
    {
        VenueId id = new(checked((ushort)(_venues.Count + 1)));
        _venues.Add(new VenueDefinition(id, name, abilities, status));
        return id;
    }

    /// <summary>Says anew what a venue does itself.</summary>
    public void SetAbilities(VenueId venue, VenueAbilities abilities) => _venues[venue.Value - 1] = _venues[venue.Value - 1] with { Abilities = abilities };

    /// <summary>Says anew in which state a venue is at start.</summary>
    public void SetStatus(VenueId venue, TradingStatus status) => _venues[venue.Value - 1] = _venues[venue.Value - 1] with { Status = status };

    /// <summary>Adds an account under the next number.</summary>
    public AccountId AddAccount(string name)
    {
        AccountId id = new(checked((ushort)(_accounts.Count + 1)));
        _accounts.Add(new AccountDefinition(id, name));
        return id;
    }

    /// <summary>Adds a strategy under the next number.</summary>
    public StrategyId AddStrategy(string name, AccountId account)
    {
        StrategyId id = new(checked((ushort)(_strategies.Count + 1)));
        _strategies.Add(new StrategyDefinition(id, name, account));
        return id;
    }

    /// <summary>Adds a listing under the next number.</summary>
    public ListingId AddListing(ListingDefinition listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        _listings.Add(listing);
        return new ListingId(_listings.Count);
    }

    /// <summary>Adds an operator under the next number.</summary>
    public OperatorId AddOperator(string name)
    {
        OperatorId id = new(checked((ushort)(_operators.Count + 1)));
        _operators.Add(new OperatorDefinition(id, name));
        return id;
    }

    /// <summary>The sector of an instrument; null where it has none.</summary>
    public string? SectorOf(InstrumentId instrument) => _sectors.GetValueOrDefault(instrument);

    /// <summary>Says of which sector an instrument is, for limits on what is held in it.</summary>
    public void SetSector(InstrumentId instrument, string sector) => _sectors[instrument] = sector;

    /// <summary>Entitles a scope.</summary>
    public void Entitle(in RiskScope scope) => _entitlements.Add(scope);

    /// <summary>Sets a limit of a scope, raw in the kind's unit. Of all levels that cover an order the tightest limit counts.</summary>
    public void SetLimit(in RiskScope scope, RiskLimitKind kind, Int128 value) => _limits[(scope, kind)] = value;

    /// <summary>Sets the limits of an account in an instrument that every order needs, here or at a level above.</summary>
    public void SetLimits(AccountId account, InstrumentId instrument, RiskLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach ((RiskLimitKind kind, Int128 value) in limits.All)
        {
            SetLimit(RiskScope.Of(account, instrument), kind, value);
        }
    }

    /// <summary>Every fault, with its path, value and bound; empty when the engine can be built.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string> faults = [];
        Limits.Check(faults);
        CheckNames("venues", _venues.Select(v => v.Name), faults);
        CheckNames("accounts", _accounts.Select(a => a.Name), faults);
        CheckNames("strategies", _strategies.Select(s => s.Name), faults);
        foreach (VenueDefinition venue in _venues.Where(v => !v.Abilities.Has(VenueAbilities.Limit) || !VenueAbilities.All.Has(v.Abilities)))
        {
            faults.Add($"venues.{venue.Name}.abilities={venue.Abilities} must have {VenueAbilities.Limit} and nothing unknown");
        }

        foreach (VenueDefinition venue in _venues.Where(v => !Enum.IsDefined(v.Status)))
        {
            faults.Add($"venues.{venue.Name}.status={venue.Status} is no trading status");
        }

        CheckSome("instruments", Instruments.Count, faults);
        CheckSome("listings", _listings.Count, faults);
        foreach (StrategyDefinition strategy in _strategies.Where(s => s.Account.Value == 0 || s.Account.Value > _accounts.Count))
        {
            faults.Add($"strategies.{strategy.Name}.account={strategy.Account} is no account");
        }

        CheckPairs("instruments", Instruments.Count, faults);
        CheckPairs("listings", _listings.Count, faults);
        CheckNames("operators", _operators.Select(o => o.Name), faults, mayBeEmpty: true);

        HashSet<(int Instrument, int Venue)> seen = [];
        for (int i = 0; i < _listings.Count; i++)
        {
            CheckListing($"listings[{i}]", _listings[i], seen, faults);
        }

        if (DayStartNs is < 0 or >= 86_400_000_000_000)
        {
            faults.Add($"dayStartNs={DayStartNs} must be 0 to 86399999999999");
        }

        foreach ((InstrumentId instrument, string sector) in _sectors.Where(one => one.Key.Value < 1 || one.Key.Value > Instruments.Count || string.IsNullOrWhiteSpace(one.Value)))
        {
            faults.Add($"sectors[{instrument}]={sector} must be a name, of an instrument that is there");
        }

        if (_entitlements.Count > Risk.Stops.Entitlements.Capacity)
        {
            faults.Add($"entitlements={_entitlements.Count} must be at most {Risk.Stops.Entitlements.Capacity}");
        }

        LimitChecks.Check(this, faults);
        return faults;
    }

    private void CheckListing(string path, ListingDefinition listing, HashSet<(int Instrument, int Venue)> seen, List<string> faults)
    {
        if (listing.Instrument.Value < 1 || listing.Instrument.Value > Instruments.Count)
        {
            faults.Add($"{path}.instrument={listing.Instrument} is no instrument");
        }

        if (listing.Venue.Value == 0 || listing.Venue.Value > _venues.Count)
        {
            faults.Add($"{path}.venue={listing.Venue} is no venue");
        }

        if (!seen.Add((listing.Instrument.Value, listing.Venue.Value)))
        {
            faults.Add($"{path} lists instrument {listing.Instrument} at venue {listing.Venue} a second time");
        }

        CheckRange($"{path}.tickSize", listing.TickSize.Raw, 1, long.MaxValue, Price.Decimals, faults);
        CheckRange($"{path}.lotSize", listing.LotSize.Raw, 1, MaxRaw, Quantity.Decimals, faults);
        long minPrice = (listing.MinPrice ?? listing.TickSize).Raw;
        CheckRange($"{path}.minPrice", minPrice, 1, long.MaxValue, Price.Decimals, faults);
        CheckRange($"{path}.maxPrice", listing.MaxPrice.Raw, Math.Max(minPrice, 1), long.MaxValue, Price.Decimals, faults);
        long minQuantity = (listing.MinQuantity ?? listing.LotSize).Raw;
        CheckRange($"{path}.minQuantity", minQuantity, 1, MaxRaw, Quantity.Decimals, faults);
        CheckRange($"{path}.maxQuantity", listing.MaxQuantity.Raw, Math.Max(minQuantity, 1), MaxRaw, Quantity.Decimals, faults);
        CheckRange($"{path}.makerFeeRate", listing.MakerFeeRate, -10_000_000, 10_000_000, ListingDefinition.FeeRateDecimals, faults);
        CheckRange($"{path}.takerFeeRate", listing.TakerFeeRate, -10_000_000, 10_000_000, ListingDefinition.FeeRateDecimals, faults);
    }

    private const long MaxRaw = Risk.Limits.RiskLimits.MaxRawQuantity;

    private static void CheckRange(string path, long value, long least, long most, int decimals, List<string> faults)
    {
        if (value < least || value > most)
        {
            faults.Add($"{path}={FixedPoint.Format(value, decimals)} must be {FixedPoint.Format(least, decimals)} to {FixedPoint.Format(most, decimals)}");
        }
    }

    /// <summary>There is a record for each account with each of them, number 0 of both included.</summary>
    private void CheckPairs(string path, int count, List<string> faults)
    {
        if ((long)(_accounts.Count + 1) * (count + 1) > 1 << 24)
        {
            faults.Add($"(accounts + 1) × ({path} + 1)={_accounts.Count + 1} × {count + 1} must be at most {1 << 24}");
        }
    }

    private static void CheckSome(string path, int count, List<string> faults)
    {
        if (count == 0)
        {
            faults.Add($"{path} is empty: at least one is needed");
        }
    }

    private static void CheckNames(string path, IEnumerable<string> names, List<string> faults, bool mayBeEmpty = false)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int i = 0;
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                faults.Add($"{path}[{i}].name is empty");
            }
            else if (!seen.Add(name))
            {
                faults.Add($"{path}[{i}].name={name} is there already");
            }

            i++;
        }

        if (!mayBeEmpty)
        {
            CheckSome(path, i, faults);
        }
    }
}
