using System.Globalization;
using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Markets.Sessions;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;
using Microsoft.Extensions.Configuration;

namespace LowLatency.Hosting.Configuration;

/// <summary>Turns keys and values into <see cref="RunSettings"/>. Finds all faults before it refuses.</summary>
public sealed class RunSettingsReader
{
    private const long MaxLatencyNs = 60_000_000_000;
    private const long MaxFeeRate = 10_000_000;

    private readonly List<string> _faults = [];
    private readonly Dictionary<string, InstrumentSettings> _instruments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _strategies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TradingCalendar?> _calendars = new(StringComparer.Ordinal);
    private readonly HashSet<string> _venues = new(StringComparer.Ordinal);
    private readonly HashSet<(string Account, string Strategy, string Venue, string Symbol)> _limited = [];

    private RunSettingsReader()
    {
    }

    /// <summary>Reads and checks a configuration.</summary>
    /// <param name="configuration">The keys and values.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <exception cref="ConfigurationException">Wrong keys or values; lists every one.</exception>
    public static RunSettings Read(IConfiguration configuration, string origin)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        RunSettingsReader reader = new();
        RunSettings settings = reader.Root(new SettingsReader(configuration, "", reader._faults));
        return reader._faults.Count == 0 ? settings : throw new ConfigurationException(origin, reader._faults);
    }

    private RunSettings Root(SettingsReader root)
    {
        SettingsReader engine = root.Map("engine");
        EngineTopology topology = engine.OneOf("topology", SettingNames.Topologies, "inline");
        bool isTopologyKnown = _faults.Count == 0;
        bool choosesCore = engine.Says("core", EngineCores.Auto);
        int? core = choosesCore ? null : engine.WholeOrNone("core", 0, RunSettings.LargestCore);
        if ((core is not null || choosesCore) && topology != EngineTopology.Pinned && isTopologyKnown)
        {
            engine.Fault("core", core?.ToString(CultureInfo.InvariantCulture) ?? EngineCores.Auto, "needs topology=pinned");
        }

        string[] calendars = [.. root.List("calendars", isRequired: false).Select(Calendar)];
        RunSettings settings = new()
        {
            Topology = topology,
            Core = core,
            ChoosesCore = choosesCore,
            Groups = Groups(engine, topology, isTopologyKnown),
            Wait = engine.OneOf("waitStrategy", SettingNames.WaitStrategies, "yielding"),
            Limits = Capacities(engine.Map("capacities")),
            Latency = Latency(root.Map("latency")),
            Instruments = [.. root.List("instruments", isRequired: true).Select(Instrument)],
            Venues = [.. root.List("venues", isRequired: true).Select(Venue)],
            Accounts = [.. root.List("accounts", isRequired: true).Select(Account)],
            Strategies = [.. root.List("strategies", isRequired: true).Select(Strategy)],
            RiskLimits = [.. root.List("limits", isRequired: true).Select(Limit)],
            Entitlements = [.. root.List("entitlements", isRequired: false).Select(Entitlement)],
            Operators = [.. root.List("operators", isRequired: false).Select(Operator)],
            Risk = Risk(root.Map("risk")),
            JournalPath = Journal(root.Map("journal")),
        };
        engine.Close();
        root.Close();
        CheckNames("venues", settings.Venues.Select(venue => venue.Name));
        CheckNames("calendars", calendars);
        CheckNames("strategies", settings.Strategies.Select(strategy => strategy.Name));
        CheckNames("operators", settings.Operators);
        _faults.AddRange(LimitCoverage.Faults(settings));
        return settings;
    }

    private static IReadOnlyList<StageGroupSettings> Groups(SettingsReader engine, EngineTopology topology, bool isTopologyKnown)
    {
        StageGroupSettings[] groups = [.. engine.List("groups", isRequired: false).Select(Group)];
        if (groups.Length == 0)
        {
            return RunSettings.DefaultGroups;
        }

        if (topology != EngineTopology.Groups && isTopologyKnown)
        {
            engine.Fault("topology", SettingNames.Of(topology), "must be groups where engine.groups is given");
        }

        string through = string.Join(", ", groups.Select(group => SettingNames.Of(group.Through)));
        if (groups.Length != 2 || groups[0].Through == LastStage.Report || groups[1].Through != LastStage.Report)
        {
            engine.Fault("groups", through, "must be two: one through sequence or validate, and one through report (risk, route, submit and report share the orders)");
        }

        if (groups.Length == 2 && groups[0].Core is int core && groups[1].Core == core)
        {
            engine.Fault("groups[1].core", $"{core}", "is the first group's");
        }

        return groups;
    }

    private static StageGroupSettings Group(SettingsReader map)
    {
        StageGroupSettings group = new(map.Path, map.OneOf("through", SettingNames.LastStages), map.WholeOrNone("core", 0, RunSettings.LargestCore));
        map.Close();
        return group;
    }

    private static EngineLimits Capacities(SettingsReader map)
    {
        EngineLimits defaults = new();
        EngineLimits limits = new()
        {
            MaxOrders = (int)map.Whole("maxOrders", 1, 1 << 24, defaults.MaxOrders),
            MaxCompletedOrders = (int)map.Whole("maxCompletedOrders", 0, 1 << 24, defaults.MaxCompletedOrders),
            MaxExecutions = map.PowerOfTwoOrNone("maxExecutions", 2, 1 << 24, defaults.MaxExecutions),
            DropCopy = map.PowerOfTwoOrNone("dropCopy", 2, 1 << 20, defaults.DropCopy),
            MaxOrdersWithTerms = (int)map.Whole("maxOrdersWithTerms", 1, 1 << 20, defaults.MaxOrdersWithTerms),
            StrategyInbox = map.PowerOfTwo("strategyInbox", 2, 1 << 20, defaults.StrategyInbox),
            StrategyReports = map.PowerOfTwo("strategyReports", 2, 1 << 20, defaults.StrategyReports),
            MarketDataInbox = map.PowerOfTwo("marketDataInbox", 2, 1 << 20, defaults.MarketDataInbox),
            VenueInbox = map.PowerOfTwo("venueInbox", 2, 1 << 20, defaults.VenueInbox),
            VenueRequests = map.PowerOfTwo("venueRequests", 2, 1 << 20, defaults.VenueRequests),
            OperatorInbox = map.PowerOfTwo("operatorInbox", 2, 1 << 16, defaults.OperatorInbox),
            OperatorRecords = map.PowerOfTwo("operatorRecords", 2, 1 << 16, defaults.OperatorRecords),
            DuplicateOrders = map.PowerOfTwo("duplicateOrders", 2, 1 << 20, defaults.DuplicateOrders),
        };
        map.Close();
        return limits;
    }

    private static LatencySettings Latency(SettingsReader map)
    {
        LatencySettings latency = new(
            map.Whole("feedNs", 0, MaxLatencyNs, 0),
            map.Whole("orderEntryNs", 0, MaxLatencyNs, 0),
            map.Whole("responseNs", 0, MaxLatencyNs, 0));
        map.Close();
        return latency;
    }

    private InstrumentSettings Instrument(SettingsReader map)
    {
        InstrumentSettings instrument = new(
            map.Path,
            map.Text("symbol", "1 to 24 printable ASCII characters without spaces", text => IsName(text, 24)),
            map.Text("currency", "1 to 8 printable ASCII characters without spaces", text => IsName(text, 8)),
            new Price(map.Number("tickSize", Price.Decimals, 1, long.MaxValue)),
            new Quantity(map.Number("lotSize", Quantity.Decimals, 1, RiskLimits.MaxRawQuantity)),
            map.Text("sector", "1 to 64 printable ASCII characters", text => IsName(text.Replace(' ', '_'), 64), ""));
        map.Close();
        if (instrument.Symbol.Length > 0 && !_instruments.TryAdd(instrument.Symbol, instrument))
        {
            map.Fault("symbol", instrument.Symbol, "is there already");
        }

        return instrument;
    }

    private string Calendar(SettingsReader map)
    {
        string name = Name(map);
        _calendars.TryAdd(name, CalendarSettingsReader.Read(map));
        return name;
    }

    private VenueSettings Venue(SettingsReader map)
    {
        string calendar = map.Knows("calendar") ? Known(map, "calendar", "calendars", _calendars.Keys) : "";
        VenueSettings venue = new(
            Name(map),
            map.OneOf("model", SettingNames.VenueModels, "auto"),
            [.. map.List("listings", isRequired: true).Select(Listing)],
            _calendars.GetValueOrDefault(calendar));
        map.Close();
        _venues.Add(venue.Name);
        CheckNames($"{map.Path}.listings", venue.Listings.Select(listing => listing.Symbol), "symbol");
        return venue;
    }

    private ListingSettings Listing(SettingsReader map)
    {
        string symbol = KnownSymbol(map);
        _instruments.TryGetValue(symbol, out InstrumentSettings? instrument);
        _listed.Add(symbol);
        long tick = map.Number("tickSize", Price.Decimals, 1, long.MaxValue, instrument?.TickSize.Raw ?? 1);
        long lot = map.Number("lotSize", Quantity.Decimals, 1, RiskLimits.MaxRawQuantity, instrument?.LotSize.Raw ?? 1);
        long minPrice = map.Number("minPrice", Price.Decimals, 1, long.MaxValue, tick);
        long minQuantity = map.Number("minQuantity", Quantity.Decimals, 1, RiskLimits.MaxRawQuantity, lot);
        long largest = Price.FromWhole(1_000_000_000).Raw;
        ListingSettings listing = new(
            symbol,
            new Price(tick),
            new Quantity(lot),
            new Price(minPrice),
            new Price(map.Number("maxPrice", Price.Decimals, minPrice, long.MaxValue, Math.Max(largest, minPrice))),
            new Quantity(minQuantity),
            new Quantity(map.Number("maxQuantity", Quantity.Decimals, minQuantity, RiskLimits.MaxRawQuantity, Math.Max(largest, minQuantity))),
            map.Number("makerFee", ListingDefinition.FeeRateDecimals, -MaxFeeRate, MaxFeeRate, 0),
            map.Number("takerFee", ListingDefinition.FeeRateDecimals, -MaxFeeRate, MaxFeeRate, 0));
        map.Close();
        return listing;
    }

    private string Account(SettingsReader map)
    {
        string name = Name(map);
        map.Close();
        if (name.Length > 0 && !_accounts.Add(name))
        {
            map.Fault("name", name, "is there already");
        }

        return name;
    }

    private EntitlementSettings Entitlement(SettingsReader map)
    {
        (string account, string strategy, string venue, string symbol) = Scope(map);
        map.Close();
        return new EntitlementSettings(account, strategy, venue, symbol);
    }

    private (string Account, string Strategy, string Venue, string Symbol) Scope(SettingsReader map) => (
        map.Knows("account") ? KnownAccount(map) : "",
        map.Knows("strategy") ? Known(map, "strategy", "strategies", _strategies) : "",
        map.Knows("venue") ? Known(map, "venue", "venues", _venues) : "",
        map.Knows("symbol") ? KnownSymbol(map) : "");

    private LimitSettings Limit(SettingsReader map)
    {
        (string account, string strategy, string venue, string symbol) = Scope(map);
        LimitSettings limit = LimitSettingsReader.Read(map, account, strategy, venue, symbol);
        map.Close();
        if (!_limited.Add((account, strategy, venue, symbol)))
        {
            _faults.Add($"{map.Path} limits the same as an entry before it");
        }

        return limit;
    }

    private static string Operator(SettingsReader map)
    {
        string name = Name(map);
        map.Close();
        return name;
    }

    private static RiskSettings Risk(SettingsReader map)
    {
        RiskSettings risk = new(map.Whole("dayStartNs", 0, 86_399_999_999_999, 0), map.OneOf("looseningNeedsApproval", SettingNames.Switches, "false"));
        map.Close();
        return risk;
    }

    private StrategySettings Strategy(SettingsReader map)
    {
        string name = Name(map);
        bool isKindKnown = map.TryOneOf("kind", SettingNames.Strategies, isRequired: true, out StrategyKind kind);
        string account = KnownAccount(map);
        string symbol = KnownSymbol(map);
        SettingsReader parameters = isKindKnown ? map.Map("parameters") : map.Unread("parameters");
        StrategySettings strategy = StrategySettingsReader.Read(parameters, map.Path, name, account, symbol, kind);
        map.Close();
        _strategies.Add(name);
        if (strategy.Symbol.Length > 0 && strategy.Account.Length > 0)
        {
            if (!_listed.Contains(strategy.Symbol))
            {
                map.Fault("symbol", strategy.Symbol, "is listed at no venue");
            }
        }

        return strategy;
    }

    private static string? Journal(SettingsReader map)
    {
        string path = map.Text("path", "the path of a file", text => text.IndexOf('\0', StringComparison.Ordinal) < 0, "");
        map.Close();
        return path.Length == 0 ? null : path;
    }

    private static string Name(SettingsReader map) => map.Text("name", "1 to 64 printable ASCII characters", text => IsName(text.Replace(' ', '_'), 64));

    /// <summary>The map's symbol if there is such an instrument, else empty.</summary>
    private string KnownSymbol(SettingsReader map) => Known(map, "symbol", "instruments", _instruments.Keys);

    /// <summary>The map's account if there is one, else empty.</summary>
    private string KnownAccount(SettingsReader map) => Known(map, "account", "accounts", _accounts);

    private static string Known(SettingsReader map, string key, string list, ICollection<string> names)
    {
        string name = map.Text(key, $"one of {list}", text => text.Length > 0);
        if (name.Length == 0 || names.Contains(name))
        {
            return name;
        }

        string there = names.Count == 0 ? "there are none" : string.Join(", ", names.Take(20)) + (names.Count > 20 ? ", …" : "");
        map.Fault(key, name, $"is none of {list}: {there}");
        return "";
    }

    private void CheckNames(string list, IEnumerable<string> names, string key = "name")
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int index = 0;
        foreach (string name in names)
        {
            if (name.Length > 0 && !seen.Add(name))
            {
                _faults.Add($"{list}[{index}].{key}={name} is there already");
            }

            index++;
        }
    }

    private static bool IsName(string text, int longest) => text.Length >= 1 && text.Length <= longest && text.All(c => c is > ' ' and < (char)127);
}
