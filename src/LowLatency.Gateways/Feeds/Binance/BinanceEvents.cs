using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Turns messages into market-data events.</summary>
/// <remarks>
/// A depth update becomes one <see cref="MarketEventKind.LevelSet"/> a level, bids first; a snapshot, for each side that has levels, a
/// <see cref="MarketEventKind.LevelsCleared"/> down to its worst price (levels beyond what it covers stay) and its levels, all flagged as snapshot; a trade at market a
/// <see cref="MarketEventKind.Trade"/>; a book ticker, if wanted, two <see cref="MarketEventKind.Quote"/>s. The last event of a message carries <see cref="MarketEventFlags.Last"/>.
/// Sequence is u, lastUpdateId or, of a trade, t, which is MatchId too.
/// </remarks>
internal static class BinanceEvents
{
    /// <summary>How many events a message becomes.</summary>
    public static int CountOf(BinanceMessage message, bool includeQuotes) => message.Kind switch
    {
        BinanceMessageKind.DepthUpdate => message.Levels.Count,
        BinanceMessageKind.Snapshot => message.Levels.Count + (Covers(message, Side.Buy) ? 1 : 0) + (Covers(message, Side.Sell) ? 1 : 0),
        BinanceMessageKind.Trade => message.IsMarketTrade ? 1 : 0,
        BinanceMessageKind.BookTicker => includeQuotes ? message.Levels.Count : 0,
        _ => 0,
    };

    /// <summary>Appends the events of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="instrument">What it is of.</param>
    /// <param name="offsetNs">What is added to its receive time.</param>
    /// <param name="includeQuotes">Whether book tickers are wanted.</param>
    /// <param name="events">Takes them.</param>
    public static void Append(BinanceMessage message, InstrumentId instrument, long offsetNs, bool includeQuotes, List<MarketEvent> events)
    {
        MarketEvent common = new()
        {
            ExchangeTimeNs = message.ExchangeTimeNs,
            LocalTimeNs = message.ReceiveTimeNs + offsetNs,
            Instrument = instrument,
        };
        int before = events.Count;
        switch (message.Kind)
        {
            case BinanceMessageKind.DepthUpdate:
                common.Sequence = message.LastUpdateId;
                AppendLevels(message, common, MarketEventKind.LevelSet, events);
                break;
            case BinanceMessageKind.Snapshot:
                common.Sequence = message.SnapshotId;
                common.Flags = MarketEventFlags.Snapshot;
                AppendSide(message, common, Side.Buy, events);
                AppendSide(message, common, Side.Sell, events);
                break;
            case BinanceMessageKind.Trade when message.IsMarketTrade:
                common.Sequence = message.TradeId;
                common.MatchId = (ulong)message.TradeId;
                events.Add(common with
                {
                    Kind = MarketEventKind.Trade,
                    Side = message.BuyerIsMaker ? Side.Sell : Side.Buy,
                    Price = message.Price,
                    Quantity = message.Quantity,
                });
                break;
            case BinanceMessageKind.BookTicker when includeQuotes:
                common.Sequence = (message.Fields & BinanceField.LastUpdateId) != 0 ? message.LastUpdateId : 0;
                AppendLevels(message, common, MarketEventKind.Quote, events);
                break;
        }

        if (events.Count > before)
        {
            MarketEvent last = events[^1];
            last.Flags |= MarketEventFlags.Last;
            events[^1] = last;
        }
    }

    private static void AppendLevels(BinanceMessage message, in MarketEvent common, MarketEventKind kind, List<MarketEvent> events)
    {
        foreach (BinanceLevel level in message.Levels)
        {
            events.Add(common with { Kind = kind, Side = level.Side, Price = level.Price, Quantity = level.Quantity });
        }
    }

    private static void AppendSide(BinanceMessage message, in MarketEvent common, Side side, List<MarketEvent> events)
    {
        int cleared = events.Count;
        Price worst = default;
        foreach (BinanceLevel level in message.Levels)
        {
            if (level.Side != side)
            {
                continue;
            }

            if (events.Count == cleared)
            {
                worst = level.Price;
                events.Add(common);
            }

            worst = (side == Side.Buy) == (level.Price < worst) ? level.Price : worst;
            events.Add(common with { Kind = MarketEventKind.LevelSet, Side = side, Price = level.Price, Quantity = level.Quantity });
        }

        if (events.Count > cleared)
        {
            events[cleared] = common with { Kind = MarketEventKind.LevelsCleared, Side = side, Price = worst };
        }
    }

    private static bool Covers(BinanceMessage message, Side side)
    {
        foreach (BinanceLevel level in message.Levels)
        {
            if (level.Side == side)
            {
                return true;
            }
        }

        return false;
    }
}
