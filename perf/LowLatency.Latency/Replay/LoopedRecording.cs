using LowLatency.Markets.Books;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;

namespace LowLatency.Latency.Replay;

/// <summary>A recording behind itself, so often that a replay takes long enough to be measured; each pass is later by the same period and begins with empty books.</summary>
internal static class LoopedRecording
{
    private const long PauseNs = 1_000_000_000;

    /// <summary>Takes the recording over and repeats it until there are so many events; what a pass leaves in the books is deleted at its end, which adds a few events.</summary>
    public static ReplayRecording Of(ReplayRecording once, int leastEvents)
    {
        using (once)
        {
            MarketEvent[] pass = new MarketEvent[once.Count];
            once.CopyFirst(pass);
            long last = Math.Max(once.LastExchangeTimeNs, once.LastLocalTimeNs);
            long period = pass.Length == 0 ? 0 : last - Math.Min(pass[0].ExchangeTimeNs, pass[0].LocalTimeNs) + PauseNs;
            MarketEvent[] clearing = Clearing(once, pass, last);
            List<MarketEvent> all = [];
            for (long shift = 0; pass.Length > 0 && all.Count < leastEvents; shift += period)
            {
                Append(all, pass, shift);
                Append(all, clearing, shift);
            }

            return ReplayRecording.From(once.Instruments, all.ToArray());
        }
    }

    private static void Append(List<MarketEvent> all, ReadOnlySpan<MarketEvent> events, long shift)
    {
        foreach (ref readonly MarketEvent e in events)
        {
            all.Add(e with { ExchangeTimeNs = e.ExchangeTimeNs + shift, LocalTimeNs = e.LocalTimeNs + shift });
        }
    }

    private static MarketEvent[] Clearing(ReplayRecording once, ReadOnlySpan<MarketEvent> pass, long timeNs)
    {
        List<MarketEvent> clearing = [];
        foreach (Instrument instrument in once.Instruments.All)
        {
            MarketEvent at = new() { ExchangeTimeNs = timeNs, LocalTimeNs = timeNs, Instrument = instrument.Id };
            if (once.DepthOf(instrument.Id) == DepthKind.Levels)
            {
                clearing.Add(at with { Kind = MarketEventKind.LevelsCleared, Side = Side.Buy });
                clearing.Add(at with { Kind = MarketEventKind.LevelsCleared, Side = Side.Sell, Flags = MarketEventFlags.Last });
                continue;
            }

            foreach (ulong order in LeftOrders(instrument, pass))
            {
                clearing.Add(at with { Kind = MarketEventKind.OrderDeleted, OrderId = order, Flags = MarketEventFlags.Last });
            }
        }

        return [.. clearing];
    }

    private static IEnumerable<ulong> LeftOrders(Instrument instrument, ReadOnlySpan<MarketEvent> pass)
    {
        using OrderBook book = new(instrument.TickSize);
        HashSet<ulong> shown = [];
        foreach (ref readonly MarketEvent e in pass)
        {
            if (e.Instrument == instrument.Id)
            {
                book.Apply(in e);
                shown.Add(e.Kind == MarketEventKind.OrderReplaced ? e.NewOrderId : e.OrderId);
            }
        }

        return [.. shown.Where(order => book.TryGetOrder(order, out _)).Order()];
    }
}
