using LowLatency.Markets.Data;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>
/// What an embedder writes: market data, reports and timers in, orders out through the <see cref="StrategyContext"/>. The same class runs live and in
/// replay. All calls come from one thread, one at a time; orders sent from a callback are queued, never answered inside it.
/// </summary>
/// <remarks>An exception from a callback stops the run: the host reports it with the strategy's name. Allocation is allowed but shows in the allocation figures.</remarks>
public interface IStrategy
{
    /// <summary>The name in reports.</summary>
    string Name { get; }

    /// <summary>Once, before the first event.</summary>
    void OnStart(StrategyContext context);

    /// <summary>The book of the event's instrument changed; <see cref="StrategyContext.Top"/> has its best prices. Called after the last event of what the feed sent as one change.</summary>
    void OnBook(in MarketEvent cause, StrategyContext context);

    /// <summary>A trade printed: <see cref="MarketEventKind.Trade"/> or an execution, with the price it traded at.</summary>
    void OnTrade(in MarketEvent trade, StrategyContext context);

    /// <summary>A report on one of the strategy's own orders.</summary>
    void OnReport(in ExecutionReport report, StrategyContext context);

    /// <summary>A timer set by <see cref="StrategyContext.SetTimer"/> is due.</summary>
    void OnTimer(long timerId, StrategyContext context);

    /// <summary>Once, after the last event.</summary>
    void OnStop(StrategyContext context);
}
