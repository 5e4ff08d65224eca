using LowLatency.Markets.Books;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk;

namespace LowLatency.Replay.Driver;

/// <summary>Reads a summary out of what stands still after a run.</summary>
internal static class ReplaySummaries
{
    /// <summary>All of it, with the driver's own figures of the run.</summary>
    public static ReplaySummary Of(
        TradingEngine engine,
        LocalMarket market,
        IReadOnlyList<VenueLane> lanes,
        ReportTally tally,
        ReportHash hash,
        (long MarketEvents, long StartTimeNs, TimeSpan Elapsed, long AllocatedBytes) run) => new()
        {
            MarketEvents = run.MarketEvents,
            StartTimeNs = run.StartTimeNs,
            EndTimeNs = market.NowNs,
            Elapsed = run.Elapsed,
            AllocatedBytes = run.AllocatedBytes,
            Orders = engine.Counters.Orders,
            Cancels = engine.Counters.Cancels,
            Replaces = engine.Counters.Replaces,
            Reports = tally.Reports,
            Acks = tally.Acks,
            Fills = tally.Fills,
            Canceled = tally.Canceled,
            Expired = tally.Expired,
            Replaced = tally.Replaced,
            Rejects = tally.Rejects(),
            CancelRejects = tally.CancelRejects(),
            Positions = Positions(engine, market),
            OpenOrders = engine.OpenOrders,
            RequestsInFlight = lanes.Sum(lane => lane.RequestsInFlight),
            ReportsInFlight = lanes.Sum(lane => lane.ReportsInFlight),
            BookFaults = BookFaults(market),
            Alarms = ReplayAlarms.Of(engine.Counters),
            OutputHash = hash.Text(),
        };

    private static Dictionary<BookUpdate, long> BookFaults(LocalMarket market) =>
        Enum.GetValues<BookUpdate>().Where(update => market.CountOf(update) > 0).ToDictionary(update => update, market.CountOf);

    private static List<ReplayPosition> Positions(TradingEngine engine, LocalMarket market)
    {
        List<ReplayPosition> positions = [];
        foreach (AccountDefinition account in engine.Definition.Accounts)
        {
            foreach (Instrument instrument in engine.Definition.Instruments.All)
            {
                PositionSnapshot book = engine.Position(account.Id, instrument.Id);
                if (book.Position.Raw == 0 && book.Cost.Raw == 0 && book.RealizedPnl.Raw == 0 && book.Fees.Raw == 0)
                {
                    continue;
                }

                long mid = market[instrument.Id].LastMid;
                Price? mark = mid == 0 ? null : new Price(mid);
                Notional? unrealized = mark is { } price ? book.UnrealizedPnl(price) : book.Position.Raw == 0 ? Notional.Zero : null;
                positions.Add(new ReplayPosition(account.Id, instrument, book.Position, book.Cost, book.Fees, book.RealizedPnl, mark, unrealized));
            }
        }

        return positions;
    }
}
