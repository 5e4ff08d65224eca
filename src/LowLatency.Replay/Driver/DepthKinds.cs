using LowLatency.Markets.Data;

namespace LowLatency.Replay.Driver;

/// <summary>Which depth a kind of event belongs to.</summary>
internal static class DepthKinds
{
    public static DepthKind Of(MarketEventKind kind) => kind switch
    {
        MarketEventKind.LevelSet or MarketEventKind.LevelsCleared or MarketEventKind.Quote => DepthKind.Levels,
        MarketEventKind.OrderAdded or MarketEventKind.OrderExecuted or MarketEventKind.OrderExecutedAtPrice
            or MarketEventKind.OrderReduced or MarketEventKind.OrderDeleted or MarketEventKind.OrderReplaced => DepthKind.Orders,
        _ => DepthKind.None,
    };
}
