using LowLatency.Gateways.Feeds;
using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;

namespace LowLatency.Latency.Replay;

/// <summary>The generated session as it is, order by order, and as a feed by level would show it.</summary>
internal static class Sessions
{
    /// <summary>A market-data file of any format.</summary>
    /// <exception cref="IOException">It cannot be read or its format is not known.</exception>
    public static ReplayRecording FromFile(string path)
    {
        if (!FeedFormats.TryDetect(path, out IFeedFormat? format))
        {
            throw new IOException($"data={path} is of no known market-data format");
        }

        using IMarketEventSource source = format.OpenEvents(path, new FeedImportOptions(), new FeedAnomalies());
        return ReplayRecording.Load(source);
    }

    /// <summary>Order by order (L3).</summary>
    public static ReplayRecording ByOrder(SessionOptions? options = null)
    {
        using SessionGenerator session = new(options);
        return ReplayRecording.Load(session);
    }

    /// <summary>By level (L2): executions become trades, and each price whose displayed size an event changes is set.</summary>
    public static ReplayRecording ByLevel(SessionOptions? options = null)
    {
        using SessionGenerator session = new(options);
        OrderBook[] books = [.. session.Instruments.All.Select(instrument => new OrderBook(instrument.TickSize))];
        List<MarketEvent> levels = [];
        MarketEvent[] events = new MarketEvent[4096];
        for (int read; (read = session.Read(events)) > 0;)
        {
            foreach (ref readonly MarketEvent e in events.AsSpan(0, read))
            {
                Convert(in e, books[e.Instrument.Value - 1], levels);
            }
        }

        Array.ForEach(books, book => book.Dispose());
        return ReplayRecording.From(session.Instruments, levels.ToArray());
    }

    private static void Convert(in MarketEvent e, OrderBook book, List<MarketEvent> levels)
    {
        if (e.Kind is MarketEventKind.Trade or MarketEventKind.Status)
        {
            levels.Add(e);
            return;
        }

        bool wasThere = book.TryGetOrder(e.OrderId, out BookOrder before);
        book.Apply(in e);
        if (e.Kind is MarketEventKind.OrderExecuted or MarketEventKind.OrderExecutedAtPrice)
        {
            levels.Add(Blank(in e) with
            {
                Kind = MarketEventKind.Trade,
                Side = before.Side.Opposite(),
                Price = e.Kind == MarketEventKind.OrderExecuted ? before.Price : e.Price,
                Quantity = e.Quantity,
                MatchId = e.MatchId,
            });
        }

        if (wasThere)
        {
            levels.Add(Level(in e, book, before.Side, before.Price));
        }

        ulong added = e.Kind == MarketEventKind.OrderReplaced ? e.NewOrderId : e.OrderId;
        if (e.Kind is MarketEventKind.OrderAdded or MarketEventKind.OrderReplaced && book.TryGetOrder(added, out BookOrder order))
        {
            levels.Add(Level(in e, book, order.Side, order.Price));
        }
    }

    private static MarketEvent Level(in MarketEvent e, OrderBook book, Side side, Price price) =>
        Blank(in e) with { Kind = MarketEventKind.LevelSet, Side = side, Price = price, Quantity = book.QuantityAt(side, price), Flags = e.Flags };

    private static MarketEvent Blank(in MarketEvent e) => new() { ExchangeTimeNs = e.ExchangeTimeNs, LocalTimeNs = e.LocalTimeNs, Sequence = e.Sequence, Instrument = e.Instrument };
}
