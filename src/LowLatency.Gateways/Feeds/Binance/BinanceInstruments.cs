using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Finds tick, lot and currency of a symbol, which the recordings do not say.</summary>
internal static class BinanceInstruments
{
    private static readonly string[] QuoteAssets = ["USDT", "USDC", "FDUSD", "BUSD", "BTC"];

    private static readonly Dictionary<string, (Price Tick, Quantity Lot)> Known = new(StringComparer.Ordinal)
    {
        ["BTCUSDT"] = (Price.Parse("0.1"), Quantity.Parse("0.001")),
        ["ETHUSDT"] = (Price.Parse("0.01"), Quantity.Parse("0.001")),
    };

    /// <summary>Adds a symbol; prices or quantities off a step that an option or the table of known symbols gives are counted.</summary>
    public static Instrument Add(InstrumentTable table, BinanceSymbol symbol, BinanceOptions options, FeedAnomalies anomalies)
    {
        (Price Tick, Quantity Lot) known = Known.GetValueOrDefault(symbol.Name);
        long tick = Step(options.TickSize?.Raw, known.Tick.Raw, symbol.PriceGrid, "prices off the tick size", anomalies);
        long lot = Step(options.LotSize?.Raw, known.Lot.Raw, symbol.QuantityGrid, "quantities off the lot size", anomalies);
        return table.Add(symbol.Name, options.Currency ?? CurrencyOf(symbol.Name), new Price(tick), new Quantity(lot));
    }

    private static long Step(long? wanted, long known, long observed, string offGrid, FeedAnomalies anomalies)
    {
        long stated = wanted ?? known;
        bool fits = stated > 0 && observed % stated == 0;
        if (stated > 0 && !fits)
        {
            anomalies.Add(FeedAnomalyKind.OutOfRange, 0, (ulong)observed, offGrid);
        }

        // Nothing observed and nothing known: the finest step there is.
        return wanted ?? (fits ? known : Math.Max(1, observed));
    }

    private static string CurrencyOf(string symbol)
    {
        // Delivery contracts end in an underscore and the date.
        string pair = symbol.Split('_')[0];
        return Array.Find(QuoteAssets, asset => pair.Length > asset.Length && pair.EndsWith(asset, StringComparison.Ordinal)) ?? "XXX";
    }
}
