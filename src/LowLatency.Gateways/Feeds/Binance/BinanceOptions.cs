using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>How Binance recordings become events.</summary>
public sealed record BinanceOptions
{
    /// <summary>Whether book tickers become quotes. Off by default: they repeat what the depth says, earlier.</summary>
    public bool IncludeQuotes { get; init; }

    /// <summary>Tick size of every symbol of the file; null: the known one where the prices lie on it, else the largest step on which all prices of the file lie.</summary>
    public Price? TickSize { get; init; }

    /// <summary>Lot size of every symbol of the file; null: as <see cref="TickSize"/>.</summary>
    public Quantity? LotSize { get; init; }

    /// <summary>Currency of every symbol of the file; null: the quote asset the symbol ends in (USDT, USDC, BUSD, FDUSD or BTC), else <c>XXX</c>, ISO 4217 for none.</summary>
    public string? Currency { get; init; }

    /// <summary>The most events held to bring both clocks in order; at least 1.</summary>
    public int MaxPendingEvents { get; init; } = 1 << 20;
}
