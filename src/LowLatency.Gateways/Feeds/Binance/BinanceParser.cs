using System.Buffers.Text;
using System.Text.Json;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Reads lines of a recording. Never throws, whatever the bytes; a line with anything wrong in a field that is used is refused whole.</summary>
internal sealed class BinanceParser
{
    private const long EarliestMs = 946_684_800_000;
    private const long LatestMs = 4_102_444_800_000;
    private const long MillisecondNs = 1_000_000;
    private const long FarthestApartNs = 86_400L * 1_000_000_000;

    private const BinanceField StreamFields = BinanceField.EventType | BinanceField.TransactionTime | BinanceField.Symbol;
    private const BinanceField DepthFields =
        StreamFields | BinanceField.FirstUpdateId | BinanceField.LastUpdateId | BinanceField.Bids | BinanceField.Asks;

    private const BinanceField TradeFields = StreamFields
        | BinanceField.TradeId | BinanceField.Price | BinanceField.Quantity | BinanceField.TradeType | BinanceField.BuyerIsMaker;

    private const BinanceField TickerFields = StreamFields
        | BinanceField.BidPrice | BinanceField.BidQuantity | BinanceField.AskPrice | BinanceField.AskQuantity;

    private const BinanceField SnapshotFields = BinanceField.SnapshotId | BinanceField.TransactionTime | BinanceField.Bids | BinanceField.Asks;

    private readonly List<BinanceLevel> _asks = [];
    private BinanceMessageKind _eventType;
    private Price _bidPrice;
    private Price _askPrice;
    private Quantity _bidQuantity;
    private Quantity _askQuantity;

    /// <summary>The message of the last line that was read.</summary>
    public BinanceMessage Message { get; } = new();

    /// <summary>Reads a line without its end.</summary>
    /// <returns><see cref="FeedAnomalyKind.None"/>, or what is wrong with the line.</returns>
    public FeedAnomalyKind Parse(ReadOnlySpan<byte> line, out string? note)
    {
        Message.Clear();
        _asks.Clear();
        _eventType = BinanceMessageKind.None;
        if (!Utf8Parser.TryParse(line, out long receiveNs, out int digits) || digits >= line.Length || line[digits] != ' ' || line[0] is (byte)'-' or (byte)'+')
        {
            note = "no receive time before the message";
            return FeedAnomalyKind.Malformed;
        }

        Message.ReceiveTimeNs = receiveNs;
        try
        {
            Utf8JsonReader json = new(line[(digits + 1)..]);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                note = "not a JSON object";
                return FeedAnomalyKind.Malformed;
            }

            if (ReadObject(ref json, isData: false) is { } fault)
            {
                note = fault;
                return FeedAnomalyKind.Malformed;
            }

            // Reads past the object, so that anything after it is an error.
            json.Read();
        }
        catch (JsonException)
        {
            note = "not JSON";
            return FeedAnomalyKind.Malformed;
        }

        return Finish(out note);
    }

    private FeedAnomalyKind Finish(out string? note)
    {
        bool isSnapshot = !Has(BinanceField.EventType) && Has(BinanceField.SnapshotId);
        Message.Kind = isSnapshot ? BinanceMessageKind.Snapshot : _eventType;
        BinanceField needed = Message.Kind switch
        {
            BinanceMessageKind.DepthUpdate => DepthFields,
            BinanceMessageKind.Trade => TradeFields,
            BinanceMessageKind.BookTicker => TickerFields,
            BinanceMessageKind.Snapshot => SnapshotFields,
            BinanceMessageKind.Other => BinanceField.None,
            _ => BinanceField.EventType,
        };
        BinanceField missing = needed & ~Message.Fields;
        if (missing != 0)
        {
            note = $"fields missing: {missing}";
            return FeedAnomalyKind.Malformed;
        }

        note = null;
        if (Message.Kind == BinanceMessageKind.Other)
        {
            return FeedAnomalyKind.None;
        }

        if (Message.Kind == BinanceMessageKind.BookTicker)
        {
            Message.Levels.Add(new(Side.Buy, _bidPrice, _bidQuantity));
            _asks.Add(new(Side.Sell, _askPrice, _askQuantity));
        }

        Message.Levels.AddRange(_asks);
        return CheckRanges(out note);
    }

    private FeedAnomalyKind CheckRanges(out string? note)
    {
        note = null;
        if (Message.TransactionTimeMs is < EarliestMs or > LatestMs
            || Message.ReceiveTimeNs is < EarliestMs * MillisecondNs or > LatestMs * MillisecondNs
            || Math.Abs(Message.ReceiveTimeNs - Message.ExchangeTimeNs) > FarthestApartNs)
        {
            note = "transaction and receive time must lie between 2000 and 2100 and at most a day apart";
        }
        else if (Message.Kind == BinanceMessageKind.Trade)
        {
            bool isSound = !Message.IsMarketTrade || (Message.Price.Raw > 0 && Message.Quantity.Raw > 0);
            note = isSound ? null : "price and quantity of a trade must be above 0";
        }
        else
        {
            foreach (BinanceLevel level in Message.Levels)
            {
                // A book ticker of an empty side has price 0.
                if (level.Price.Raw < 0 || level.Quantity.Raw < 0 || (level.Price.Raw == 0 && Message.Kind != BinanceMessageKind.BookTicker))
                {
                    note = "price of a level must be above 0, its quantity at least 0";
                    break;
                }
            }
        }

        return note is null ? FeedAnomalyKind.None : FeedAnomalyKind.OutOfRange;
    }

    private bool Has(BinanceField field) => (Message.Fields & field) != 0;

    private string? ReadObject(ref Utf8JsonReader json, bool isData)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            BinanceField field = json.ValueIsEscaped ? BinanceField.None : FieldOf(json.ValueSpan);
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray)
            {
                field = field switch
                {
                    BinanceField.BidPrice => BinanceField.Bids,
                    BinanceField.AskPrice => BinanceField.Asks,
                    _ => field,
                };
            }

            if (field is BinanceField.None or BinanceField.Stream)
            {
                json.Skip();
                continue;
            }

            if (Has(field) || (field == BinanceField.Data && isData))
            {
                return $"field twice: {field}";
            }

            Message.Fields |= field;
            string? fault = field == BinanceField.Data && json.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref json, isData: true)
                : ReadValue(ref json, field) ? null : $"not a value of its field: {field}";
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static BinanceField FieldOf(ReadOnlySpan<byte> name)
    {
        if (name.Length == 1)
        {
            return name[0] switch
            {
                (byte)'e' => BinanceField.EventType,
                (byte)'E' => BinanceField.EventTime,
                (byte)'T' => BinanceField.TransactionTime,
                (byte)'s' => BinanceField.Symbol,
                (byte)'U' => BinanceField.FirstUpdateId,
                (byte)'u' => BinanceField.LastUpdateId,
                (byte)'b' => BinanceField.BidPrice,
                (byte)'B' => BinanceField.BidQuantity,
                (byte)'a' => BinanceField.AskPrice,
                (byte)'A' => BinanceField.AskQuantity,
                (byte)'t' => BinanceField.TradeId,
                (byte)'p' => BinanceField.Price,
                (byte)'q' => BinanceField.Quantity,
                (byte)'X' => BinanceField.TradeType,
                (byte)'m' => BinanceField.BuyerIsMaker,
                _ => BinanceField.None,
            };
        }

        return name.SequenceEqual("pu"u8) ? BinanceField.PreviousUpdateId
            : name.SequenceEqual("data"u8) ? BinanceField.Data
            : name.SequenceEqual("stream"u8) ? BinanceField.Stream
            : name.SequenceEqual("lastUpdateId"u8) ? BinanceField.SnapshotId
            : name.SequenceEqual("bids"u8) ? BinanceField.Bids
            : name.SequenceEqual("asks"u8) ? BinanceField.Asks
            : BinanceField.None;
    }

    private bool ReadValue(ref Utf8JsonReader json, BinanceField field)
    {
        switch (field)
        {
            case BinanceField.EventType:
                return ReadEventType(json);
            case BinanceField.Symbol:
                return IsText(json) && Message.TrySetSymbol(json.ValueSpan);
            case BinanceField.TradeType:
                Message.IsMarketTrade = IsText(json) && json.ValueSpan.SequenceEqual("MARKET"u8);
                return IsText(json);
            case BinanceField.BuyerIsMaker:
                Message.BuyerIsMaker = json.TokenType == JsonTokenType.True;
                return json.TokenType is JsonTokenType.True or JsonTokenType.False;
            case BinanceField.Bids:
                return ReadLevels(ref json, Side.Buy, Message.Levels);
            case BinanceField.Asks:
                return ReadLevels(ref json, Side.Sell, _asks);
            case BinanceField.Price:
            case BinanceField.BidPrice:
            case BinanceField.AskPrice:
                return ReadPrice(json, field);
            case BinanceField.Quantity:
            case BinanceField.BidQuantity:
            case BinanceField.AskQuantity:
                return ReadQuantity(json, field);
            default:
                return ReadNumber(json, field);
        }
    }

    private bool ReadEventType(in Utf8JsonReader json)
    {
        if (!IsText(json))
        {
            return false;
        }

        _eventType = json.ValueSpan.SequenceEqual("depthUpdate"u8) ? BinanceMessageKind.DepthUpdate
            : json.ValueSpan.SequenceEqual("trade"u8) ? BinanceMessageKind.Trade
            : json.ValueSpan.SequenceEqual("bookTicker"u8) ? BinanceMessageKind.BookTicker
            : BinanceMessageKind.Other;
        return true;
    }

    private bool ReadNumber(Utf8JsonReader json, BinanceField field)
    {
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long value) || value < 0)
        {
            return false;
        }

        switch (field)
        {
            case BinanceField.TransactionTime:
                Message.TransactionTimeMs = value;
                break;
            case BinanceField.FirstUpdateId:
                Message.FirstUpdateId = value;
                break;
            case BinanceField.LastUpdateId:
                Message.LastUpdateId = value;
                break;
            case BinanceField.PreviousUpdateId:
                Message.PreviousUpdateId = value;
                break;
            case BinanceField.SnapshotId:
                Message.SnapshotId = value;
                break;
            case BinanceField.TradeId:
                Message.TradeId = value;
                break;
        }

        return true;
    }

    private bool ReadPrice(in Utf8JsonReader json, BinanceField field)
    {
        if (!TryPrice(json, out Price price))
        {
            return false;
        }

        switch (field)
        {
            case BinanceField.BidPrice:
                _bidPrice = price;
                break;
            case BinanceField.AskPrice:
                _askPrice = price;
                break;
            default:
                Message.Price = price;
                break;
        }

        return true;
    }

    private bool ReadQuantity(in Utf8JsonReader json, BinanceField field)
    {
        if (!TryQuantity(json, out Quantity quantity))
        {
            return false;
        }

        switch (field)
        {
            case BinanceField.BidQuantity:
                _bidQuantity = quantity;
                break;
            case BinanceField.AskQuantity:
                _askQuantity = quantity;
                break;
            default:
                Message.Quantity = quantity;
                break;
        }

        return true;
    }

    private bool ReadLevels(ref Utf8JsonReader json, Side side, List<BinanceLevel> levels)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            if (!json.Read() || !TryPrice(json, out Price price)
                || !json.Read() || !TryQuantity(json, out Quantity quantity)
                || !json.Read() || json.TokenType != JsonTokenType.EndArray)
            {
                return false;
            }

            levels.Add(new(side, price, quantity));
        }

        return json.TokenType == JsonTokenType.EndArray;
    }

    private bool TryPrice(in Utf8JsonReader json, out Price price)
    {
        bool isSound = IsText(json) & BinanceDecimal.TryParse(json.ValueSpan, out long raw, out int decimals);
        Message.PriceDecimals = Math.Max(Message.PriceDecimals, decimals);
        price = new Price(raw);
        return isSound;
    }

    private bool TryQuantity(in Utf8JsonReader json, out Quantity quantity)
    {
        bool isSound = IsText(json) & BinanceDecimal.TryParse(json.ValueSpan, out long raw, out int decimals);
        Message.QuantityDecimals = Math.Max(Message.QuantityDecimals, decimals);
        quantity = new Quantity(raw);
        return isSound;
    }

    private static bool IsText(in Utf8JsonReader json) => json.TokenType == JsonTokenType.String && !json.ValueIsEscaped;
}
