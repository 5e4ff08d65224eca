using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Strategies;

/// <summary>What a strategy needs of whoever runs it: the replay driver, or a live host. The strategy's thread.</summary>
public interface IStrategyHost
{
    /// <summary>The strategy's time, ns since 1970-01-01 UTC.</summary>
    long NowNs { get; }

    /// <summary>The best prices as the strategy has been shown them.</summary>
    TopOfBook Top(InstrumentId instrument);

    /// <summary>Copies up to <paramref name="levels"/>' length of displayed levels, best first.</summary>
    /// <returns>How many were written.</returns>
    int Depth(InstrumentId instrument, Primitives.Orders.Side side, Span<PriceLevel> levels);

    /// <summary>Asks for <see cref="IStrategy.OnTimer"/> at a time; a time not after now comes as the next thing.</summary>
    /// <returns>False when the strategy has too many timers.</returns>
    bool SetTimer(StrategyId strategy, long timeNs, long timerId);
}
