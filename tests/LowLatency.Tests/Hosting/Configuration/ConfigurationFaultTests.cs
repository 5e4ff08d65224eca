using LowLatency.Hosting.Configuration;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>Wrong configurations: every fault is told at once, with path, value and bound.</summary>
public class ConfigurationFaultTests
{
    [Fact]
    public void Every_wrong_key_and_value_is_reported_at_once()
    {
        Assert.Equal(
            [
                "engine.topology=pined must be one of inline, pinned, groups; did you mean pinned?",
                "engine.waitStrategy=lazy must be one of busySpin, yielding, sleeping, blocking",
                "engine.capacities.maxOrders=0 must be a whole number, 1 to 16777216",
                "engine.capacities.strategyInbox=100 must be a power of two, 2 to 1048576",
                "latency.feedNs=-1 must be a whole number, 0 to 60000000000",
                "latency.responseNs=1e3 must be a whole number, 0 to 60000000000",
                "instruments[1].tickSize=0.001234567899 must be a number, 0.00000001 to 92233720368.54775807 with at most 8 decimals",
                "instruments[1].lotSize=0 must be a number, 0.00000001 to 11529215046.06846976 with at most 8 decimals",
                "instruments[1].symbol=AAPL is there already",
                "venues[0].model=priceTme must be one of auto, priceTime, riskAverseQueue; did you mean priceTime?",
                "venues[0].listings[0].takerFee=0.3 must be a number, -0.1 to 0.1 with at most 8 decimals",
                "venues[0].listings[0].makerfees is no setting; did you mean makerFee?",
                "venues[0].listings[1].symbol=APPL is none of instruments: AAPL",
                "strategies[0].name is missing: 1 to 64 printable ASCII characters",
                "strategies[0].kind is missing: one of quoting, slicing, momentum",
                "strategies[1].parameters.size is missing: a number, 0.00000001 to 11529215046.06846976",
                "strategies[1].parameters.maxPosition=0 must be a number, 0.00000001 to 11529215046.06846976 with at most 8 decimals",
                "strategies[1].parameters.useReplace=yes must be one of true, false",
                "strategies[1].parameters.sise is no setting; did you mean size?",
                "limits[0].account=mian is none of accounts: main",
                "limits[0].maxPosition must be a value, not a map or list: a number, 0 to 11529215046.06846976",
                "limits[0].priceCollarBps=5.5 must be a whole number, 0 to 1000000",
                "engine.cores is no setting; did you mean core?",
                "zzz is no setting; known here: engine, calendars, latency, instruments, venues, accounts, strategies, limits, entitlements, operators, risk, journal",
                "strategies[0] has no maxOrderQuantity, maxOrderNotional for account=main, symbol=AAPL: every order would be refused",
                "strategies[1] has no maxOrderQuantity, maxOrderNotional for account=main, symbol=AAPL: every order would be refused",
            ],
            ConfigurationText.FaultsOf("""
                engine:
                  topology: pined
                  cores: 3
                  waitStrategy: lazy
                  capacities: { strategyInbox: 100, maxOrders: 0 }
                latency: { feedNs: -1, responseNs: 1e3 }
                instruments:
                  - { symbol: AAPL, currency: USD, tickSize: 0.01, lotSize: 1 }
                  - { symbol: AAPL, currency: USD, tickSize: 0.001234567899, lotSize: 0 }
                venues:
                  - name: NASDAQ
                    model: priceTme
                    listings:
                      - { symbol: AAPL, makerfees: -0.0002, takerFee: 0.3 }
                      - { symbol: APPL }
                accounts: [ { name: main } ]
                limits:
                  - { account: mian, symbol: AAPL, maxOrderQuantity: , maxPosition: [1], priceCollarBps: 5.5 }
                strategies:
                  - { account: main, symbol: AAPL }
                  - { name: q, kind: quoting, account: main, symbol: AAPL, parameters: { sise: 5, maxPosition: 0, useReplace: yes } }
                zzz: 1
                """));
    }

    [Fact]
    public void Json_with_the_same_faults_gives_the_same_list() =>
        Assert.Equal(
            ["engine.core=-1 must be a whole number, 0 to 1023", "accounts[0].nmae is no setting; known here: name"],
            ConfigurationText.FaultsOf(
                """
                {
                  "engine": { "topology": "pinned", "core": -1 },
                  "instruments": [ { "symbol": "AAPL", "currency": "USD", "tickSize": 0.01, "lotSize": 1 } ],
                  "venues": [ { "name": "NASDAQ", "listings": [ { "symbol": "AAPL" } ] } ],
                  "accounts": [ { "name": "main", "nmae": 1 } ],
                  "limits": [ { "account": "main", "symbol": "AAPL", "maxOrderQuantity": 1, "maxOrderNotional": 1, "maxPosition": 1, "priceCollarBps": 1 } ],
                  "strategies": [ { "name": "s", "kind": "momentum", "account": "main", "symbol": "AAPL", "parameters": { "size": 1, "maxPosition": 1 } } ]
                }
                """,
                ".json"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("# nothing\n")]
    public void Nothing_lacks_every_list(string text) =>
        Assert.Equal(
            ["instruments", "venues", "accounts", "strategies", "limits"],
            ConfigurationText.FaultsOf(text).Select(fault => fault.Replace(" is empty: at least one is needed", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("accounts: main", "accounts must be a list")]
    [InlineData("accounts: { a: { name: main } }", "accounts must be a list")]
    [InlineData("accounts: [ main ]", "accounts[0]=main must be a map of settings")]
    [InlineData("engine: inline", "engine=inline must be a map of settings")]
    [InlineData("engine: { topology: }", "engine.topology is empty: one of inline, pinned, groups")]
    [InlineData("engine: { core: 1 }", "engine.core=1 needs topology=pinned")]
    [InlineData("engine: { core: auto }", "engine.core=auto needs topology=pinned")]
    [InlineData("engine: { topology: pinned, core: any }", "engine.core=any must be a whole number, 0 to 1023")]
    [InlineData("journal: { path: { a: 1 } }", "journal.path must be a value, not a map or list: the path of a file")]
    public void Shapes_that_do_not_fit_are_told(string text, string expected) => Assert.Contains(expected, ConfigurationText.FaultsOf(text));

    [Fact]
    public void Names_are_taken_once()
    {
        string twice = ConfigurationText.Sound
            .Replace("strategies:", "strategies:\n  - { name: quoter, kind: momentum, account: main, symbol: AAPL, parameters: { size: 1, maxPosition: 1 } }", StringComparison.Ordinal)
            .Replace("accounts:", "accounts:\n  - name: main", StringComparison.Ordinal)
            .Replace("limits:", "limits:\n  - { account: main, symbol: AAPL, maxOrderQuantity: 1, maxOrderNotional: 1, maxPosition: 1, priceCollarBps: 1 }", StringComparison.Ordinal)
            .Replace("listings:", "listings:\n      - { symbol: AAPL }", StringComparison.Ordinal);
        Assert.Equal(
            [
                "venues[0].listings[1].symbol=AAPL is there already",
                "accounts[1].name=main is there already",
                "limits[1] limits the same as an entry before it",
                "strategies[1].name=quoter is there already",
            ],
            ConfigurationText.FaultsOf(twice));
    }

    [Fact]
    public void The_message_names_the_file_on_every_line()
    {
        ConfigurationException refused = new("run.yaml", ["a is missing", "b=1 must be 2"]);
        Assert.Equal($"run.yaml: a is missing{Environment.NewLine}run.yaml: b=1 must be 2", refused.Message);
    }

    [Fact]
    public void A_sound_configuration_makes_an_engine_definition_with_exact_fees()
    {
        RunSettings settings = ConfigurationText.Load(ConfigurationText.Sound);
        EngineDefinition definition = EngineDefinitions.From(settings);
        Assert.Empty(definition.Check());
        ListingDefinition listing = Assert.Single(definition.Listings);
        Assert.Equal((-20_000L, 30_001L), (listing.MakerFeeRate, listing.TakerFeeRate));
        Assert.Equal("1000000.5", new Notional(definition.RiskLimits.Single(limit => limit.Key.Kind == RiskLimitKind.MaxOrderNotional).Value).ToString());
        Assert.Equal(["quoter"], definition.Strategies.Select(strategy => strategy.Name));
        Assert.Equal(new EngineLimits(), definition.Limits);
    }

    [Fact]
    public void An_instrument_the_recording_does_not_have_is_told_with_those_it_has()
    {
        LowLatency.Markets.Instruments.InstrumentTable recorded = new();
        recorded.Add("MSFT", "USD", new(1_000_000), new(100_000_000));
        ConfigurationException refused =
            Assert.Throws<ConfigurationException>(() => EngineDefinitions.From(ConfigurationText.Load(ConfigurationText.Sound), recorded));
        Assert.Equal(["instruments[0].symbol=AAPL is not in the recording, which has MSFT"], refused.Faults);
    }

    [Theory]
    [InlineData("topology: groups, groups: [ { through: report } ]", "engine.groups=report must be two: one through sequence or validate, and one through report (risk, route, submit and report share the orders)")]
    [InlineData("topology: groups, groups: [ { through: risk }, { through: report } ]", "engine.groups[0].through=risk must be one of sequence, validate, report")]
    [InlineData("topology: groups, groups: [ { through: report }, { through: validate } ]", "engine.groups=report, validate must be two: one through sequence or validate, and one through report (risk, route, submit and report share the orders)")]
    [InlineData("topology: groups, groups: [ { through: sequence, core: 1 }, { through: report, core: 1 } ]", "engine.groups[1].core=1 is the first group's")]
    [InlineData("topology: pinned, groups: [ { through: sequence }, { through: report } ]", "engine.topology=pinned must be groups where engine.groups is given")]
    [InlineData("topology: groups, core: 1", "engine.core=1 needs topology=pinned")]
    public void Wrong_groups_of_stages_are_told(string engine, string fault) =>
        Assert.Equal([fault], ConfigurationText.FaultsOf($"engine: {{ {engine} }}\n{ConfigurationText.Sound}"));
}
