using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>One line of a recording, read. Reused from line to line; only the fields of <see cref="Fields"/> mean something.</summary>
/// <remarks>
/// Source: Binance USD-M futures, "Websocket Market Streams" (diff. book depth, trade, individual symbol book ticker) and REST "Order Book".
/// <code>
/// JSON          field               of
/// e             EventType           all stream events
/// E, T          event and transaction time, ms since 1970-01-01 UTC
/// s             Symbol              all stream events
/// U, u, pu      FirstUpdateId, LastUpdateId, PreviousUpdateId (the u of the update before)    depthUpdate
/// b, a          Levels              depthUpdate: [price, quantity] texts, quantity 0 removes
/// t, p, q       TradeId, Price, Quantity                                                      trade
/// X             IsMarketTrade when MARKET                                                     trade
/// m             BuyerIsMaker: the seller was the aggressor                                    trade
/// b, B, a, A    Price and quantity of the best bid and the best ask, in Levels                bookTicker
/// lastUpdateId  SnapshotId          REST depth
/// bids, asks    Levels              REST depth
/// </code>
/// </remarks>
internal sealed class BinanceMessage
{
    /// <summary>The longest symbol, as the instrument table allows.</summary>
    public const int MaxSymbolLength = 24;

    private readonly byte[] _symbol = new byte[MaxSymbolLength];
    private int _symbolLength;

    public BinanceMessageKind Kind { get; set; }

    public BinanceField Fields { get; set; }

    /// <summary>The line's prefix: when it was received, ns since 1970-01-01 UTC by the receiver's clock.</summary>
    public long ReceiveTimeNs { get; set; }

    public long TransactionTimeMs { get; set; }

    public long FirstUpdateId { get; set; }

    public long LastUpdateId { get; set; }

    public long PreviousUpdateId { get; set; }

    public long SnapshotId { get; set; }

    public long TradeId { get; set; }

    public Price Price { get; set; }

    public Quantity Quantity { get; set; }

    public bool IsMarketTrade { get; set; }

    public bool BuyerIsMaker { get; set; }

    /// <summary>Bids first, then asks, each in the line's order; of a book ticker the best bid and the best ask.</summary>
    public List<BinanceLevel> Levels { get; } = [];

    /// <summary>Decimals of the longest price text.</summary>
    public int PriceDecimals { get; set; }

    /// <summary>Decimals of the longest quantity text.</summary>
    public int QuantityDecimals { get; set; }

    /// <summary>ASCII; empty where the line has none.</summary>
    public ReadOnlySpan<byte> Symbol => _symbol.AsSpan(0, _symbolLength);

    /// <summary>When the venue says it happened, ns since 1970-01-01 UTC.</summary>
    public long ExchangeTimeNs => TransactionTimeMs * 1_000_000;

    /// <summary>Takes the symbol if it is 1 to 24 printable ASCII characters.</summary>
    public bool TrySetSymbol(ReadOnlySpan<byte> symbol)
    {
        if (symbol.Length is 0 or > MaxSymbolLength || symbol.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) >= 0)
        {
            return false;
        }

        symbol.CopyTo(_symbol);
        _symbolLength = symbol.Length;
        return true;
    }

    /// <summary>Forgets the line before.</summary>
    public void Clear()
    {
        Kind = BinanceMessageKind.None;
        Fields = BinanceField.None;
        PriceDecimals = 0;
        QuantityDecimals = 0;
        _symbolLength = 0;
        Levels.Clear();
    }
}
