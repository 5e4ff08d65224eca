using LowLatency.Hosting.Configuration;
using LowLatency.Hosting.Configuration.Settings;
using LowLatency.Hosting.Configuration.Strategies;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Strategies;

namespace LowLatency.Hosting.Runs;

/// <summary>Settings for a recording of which nobody has said anything: one venue, one account, one strategy per instrument.</summary>
/// <remarks>
/// <code>
///                     orders (L3)            levels (L2)
/// order quantity Q    100 lots               the largest power of ten of lots worth at most 1,000 at the first price
/// maker, taker fee    0, 0.00001             0.0002, 0.0005
/// feed, entry, response  20, 50, 50 µs       0, 5, 5 ms (a recorded feed latency is in the data)
/// </code>
/// Limits: order quantity 10 Q, position 10 Q, order notional 20 times the value of 10 Q at the first price, collar 1,000 bps. Tick and lot are those of the recording.
/// </remarks>
public static class RunDefaults
{
    private const string Account = "main";
    private const string Venue = "simulated";
    private const int MostInstruments = 16;

    /// <summary>Makes the settings.</summary>
    /// <param name="recording">What is replayed.</param>
    /// <param name="kind">The strategy.</param>
    /// <param name="symbols">What it trades; none for all of the recording.</param>
    /// <exception cref="ConfigurationException">A symbol is not in the recording, or there are too many to trade all; lists every fault.</exception>
    public static RunSettings For(ReplayRecording recording, StrategyKind kind, IReadOnlyList<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(symbols);
        IReadOnlyList<Instrument> traded = Traded(recording.Instruments, symbols);
        bool isByOrder = traded.All(instrument => recording.DepthOf(instrument.Id) != DepthKind.Levels);
        return new RunSettings
        {
            Topology = EngineTopology.Inline,
            Wait = WaitStrategyKind.Yielding,
            Limits = new EngineLimits { MaxOrders = 4_096 },
            Latency = isByOrder ? new LatencySettings(20_000, 50_000, 50_000) : new LatencySettings(0, 5_000_000, 5_000_000),
            Instruments = [.. traded.Select((one, i) => new InstrumentSettings($"instruments[{i}]", one.Symbol, one.Currency, one.TickSize, one.LotSize))],
            Venues = [new VenueSettings(Venue, VenueModel.Auto, [.. traded.Select(one => Listing(one, isByOrder))])],
            Accounts = [Account],
            RiskLimits = [.. traded.Select(one => Limits(one, recording))],
            Strategies = [.. traded.Select((one, i) => Strategy(kind, $"strategies[{i}]", one, OrderQuantity(one, recording)))],
        };
    }

    private static IReadOnlyList<Instrument> Traded(InstrumentTable table, IReadOnlyList<string> symbols)
    {
        string there = string.Join(", ", table.All.Take(20).Select(one => one.Symbol)) + (table.Count > 20 ? ", …" : "");
        string[] faults = symbols.Count == 0 && table.Count is 0 or > MostInstruments
            ? [$"instruments={table.Count}: choose what to trade by symbol; the recording has {(table.Count == 0 ? "none" : there)}"]
            : [.. symbols.Where(symbol => !table.TryFind(symbol, out _)).Select(symbol => $"symbol={symbol} is not in the recording, which has {there}")];
        return faults.Length > 0
            ? throw new ConfigurationException("replay", faults)
            : [.. table.All.Where(one => symbols.Count == 0 || symbols.Contains(one.Symbol, StringComparer.Ordinal))];
    }

    private static ListingSettings Listing(Instrument one, bool isByOrder) => new(
        one.Symbol,
        one.TickSize,
        one.LotSize,
        one.TickSize,
        Price.FromWhole(1_000_000_000),
        one.LotSize,
        Quantity.FromWhole(1_000_000_000),
        isByOrder ? 0 : 20_000,
        isByOrder ? 1_000 : 50_000);

    private static LimitSettings Limits(Instrument one, ReplayRecording recording)
    {
        Quantity most = OrderQuantity(one, recording) * 10;
        Price price = recording.FirstPriceOf(one.Id) ?? Price.FromWhole(1);
        RiskLimits limits = new()
        {
            MaxOrderQuantity = most,
            MaxOrderNotional = new Notional(Notional.Of(price, most).Raw * 20),
            MaxPosition = most,
            PriceCollarBps = 1_000,
        };
        return new LimitSettings("limits", Account, "", "", one.Symbol, limits.All.ToDictionary(limit => limit.Kind, limit => limit.Value));
    }

    private static Quantity OrderQuantity(Instrument one, ReplayRecording recording)
    {
        if (recording.DepthOf(one.Id) != DepthKind.Levels)
        {
            return one.LotSize * 100;
        }

        long price = (recording.FirstPriceOf(one.Id) ?? Price.FromWhole(1)).Raw;
        Int128 most = Notional.Product(Price.FromWhole(1_000).Raw, Quantity.One);
        long quantity = one.LotSize.Raw;
        while (quantity < RiskLimits.MaxRawQuantity / 1_000 && Notional.Product(price, quantity * 10) <= most)
        {
            quantity *= 10;
        }

        return new Quantity(quantity);
    }

    private static StrategySettings Strategy(StrategyKind kind, string path, Instrument one, Quantity quantity)
    {
        string name = $"{SettingNames.Of(kind)}-{one.Symbol}";
        return kind switch
        {
            StrategyKind.Quoting => new QuotingSettings(path, name, Account, one.Symbol, new QuotingParameters
            {
                Instrument = default,
                Reference = QuoteReference.Best,
                DistanceTicks = 0,
                Size = quantity,
                MaxPosition = quantity * 5,
            }),
            StrategyKind.Slicing => new SlicingSettings(path, name, Account, one.Symbol, new SlicingParameters
            {
                Instrument = default,
                Side = Side.Buy,
                Quantity = quantity * 5,
                HorizonNs = 120_000_000_000,
                IntervalNs = 10_000_000_000,
                PassiveNs = 5_000_000_000,
            }),
            StrategyKind.Momentum => new MomentumSettings(path, name, Account, one.Symbol, new MomentumParameters
            {
                Instrument = default,
                SampleIntervalNs = 100_000_000,
                Size = quantity,
                MaxPosition = quantity * 5,
            }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no strategy"),
        };
    }
}
