using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Writes the best bid and offer of a symbol as the depth updates and snapshots of a recording change it, in the order of its lines.</summary>
internal static class BinanceBestBidOffer
{
    private const int MessagesPerProgress = 4096;

    /// <summary>Reads the file twice: for the decimals of its texts, then for the book.</summary>
    public static FeedBookSummary Write(string path, string symbol, Stream output, IProgress<long>? progress)
    {
        FeedAnomalies anomalies = new();
        BinanceSurvey survey = BinanceSurvey.Of(path, includeQuotes: false, anomalies, progress: null);
        BinanceSymbol wanted = survey.Symbols.FirstOrDefault(one => one.Name == symbol)
            ?? throw new ArgumentException($"symbol={symbol} is not in the file, which has {string.Join(", ", survey.Symbols.Select(s => s.Name))}", nameof(symbol));
        long priceUnit = UnitOf(wanted.PriceDecimals);
        long sizeUnit = UnitOf(wanted.QuantityDecimals);
        using BinanceFileReader file = new(path, new FeedAnomalies(keepPerKind: 0));
        using BestBidOfferLines lines = new(output);
        BinanceBookSide bids = new(Side.Buy);
        BinanceBookSide asks = new(Side.Sell);
        List<MarketEvent> events = [];
        long messages = 0;
        while (file.TryRead())
        {
            if (survey.SymbolOf(file.Message) != wanted)
            {
                continue;
            }

            if (messages++ % MessagesPerProgress == 0)
            {
                progress?.Report(file.Position);
            }

            events.Clear();
            BinanceEvents.Append(file.Message, InstrumentId.None, 0, includeQuotes: false, events);
            foreach (MarketEvent change in events)
            {
                Apply(change, change.Side == Side.Buy ? bids : asks);
            }

            lines.Write(
                file.Message.ReceiveTimeNs,
                bids.BestPrice / priceUnit,
                bids.BestSize / sizeUnit,
                asks.BestPrice / priceUnit,
                asks.BestSize / sizeUnit);
        }

        progress?.Report(file.SizeBytes);
        return new FeedBookSummary(messages, lines.Count, anomalies);
    }

    private static void Apply(in MarketEvent change, BinanceBookSide side)
    {
        switch (change.Kind)
        {
            case MarketEventKind.LevelSet:
                side.Set(change.Price, change.Quantity);
                break;
            case MarketEventKind.LevelsCleared:
                side.Clear(change.Price);
                break;
        }
    }

    private static long UnitOf(int decimals)
    {
        long unit = Price.One;
        for (; decimals > 0; decimals--)
        {
            unit /= 10;
        }

        return unit;
    }
}
