using System.Numerics;
using System.Text;
using LowLatency.Primitives.Identity;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>What is known of a symbol of a recording after a look through it.</summary>
internal sealed class BinanceSymbol(ReadOnlySpan<byte> name)
{
    private readonly byte[] _bytes = name.ToArray();
    private long _lastUpdateId = -1;
    private long _snapshotId = -1;

    /// <summary>The symbol as the feed writes it.</summary>
    public string Name { get; } = Encoding.ASCII.GetString(name);

    /// <summary>Its messages.</summary>
    public long Messages { get; private set; }

    /// <summary>The largest step on which all prices lie, units of 1e-8; 0 without prices.</summary>
    public long PriceGrid { get; private set; }

    /// <summary>The largest step on which all quantities lie, units of 1e-8; 0 without quantities.</summary>
    public long QuantityGrid { get; private set; }

    /// <summary>Decimals of the longest price text.</summary>
    public int PriceDecimals { get; private set; }

    /// <summary>Decimals of the longest quantity text.</summary>
    public int QuantityDecimals { get; private set; }

    /// <summary>Its number in the instrument table; none when it is not wanted.</summary>
    public InstrumentId Id { get; set; }

    /// <summary>Whether it is this symbol.</summary>
    public bool Is(ReadOnlySpan<byte> symbol) => symbol.SequenceEqual(_bytes);

    /// <summary>Takes in a message of the symbol.</summary>
    public void Add(BinanceMessage message)
    {
        Messages++;
        PriceDecimals = Math.Max(PriceDecimals, message.PriceDecimals);
        QuantityDecimals = Math.Max(QuantityDecimals, message.QuantityDecimals);
        if (message.Kind == BinanceMessageKind.Trade)
        {
            PriceGrid = Grid(PriceGrid, message.Price.Raw);
            QuantityGrid = Grid(QuantityGrid, message.Quantity.Raw);
            return;
        }

        foreach (BinanceLevel level in message.Levels)
        {
            PriceGrid = Grid(PriceGrid, level.Price.Raw);
            QuantityGrid = Grid(QuantityGrid, level.Quantity.Raw);
        }
    }

    /// <summary>Takes in what messages without symbol showed, once it is known that they are this symbol's.</summary>
    public void Add(BinanceSymbol other)
    {
        Messages += other.Messages;
        PriceDecimals = Math.Max(PriceDecimals, other.PriceDecimals);
        QuantityDecimals = Math.Max(QuantityDecimals, other.QuantityDecimals);
        PriceGrid = Grid(PriceGrid, other.PriceGrid);
        QuantityGrid = Grid(QuantityGrid, other.QuantityGrid);
    }

    /// <summary>Notes a snapshot, which the first update of the file must follow.</summary>
    public void AddSnapshot(long snapshotId) => _snapshotId = snapshotId;

    /// <summary>Checks that a depth update follows the one before, its <c>pu</c> being that one's <c>u</c>; that the first one leaves no gap after a snapshot.</summary>
    public void CheckChain(BinanceMessage update, long offset, FeedAnomalies anomalies)
    {
        long before = _lastUpdateId;
        long previous = (update.Fields & BinanceField.PreviousUpdateId) != 0 ? update.PreviousUpdateId : update.FirstUpdateId - 1;
        _lastUpdateId = update.LastUpdateId;
        if (update.FirstUpdateId > update.LastUpdateId)
        {
            anomalies.Add(FeedAnomalyKind.OutOfRange, offset, (ulong)update.FirstUpdateId, "first update id U after the last u");
        }
        else if (before >= 0 && update.LastUpdateId <= before)
        {
            anomalies.Add(FeedAnomalyKind.Duplicate, offset, (ulong)update.LastUpdateId, "depth update u not after the one before");
        }
        else if (before >= 0 ? (update.Fields & BinanceField.PreviousUpdateId) != 0 && previous != before : _snapshotId >= 0 && previous > _snapshotId)
        {
            long missing = Math.Max(0, previous - Math.Max(before, _snapshotId));
            anomalies.Add(FeedAnomalyKind.SequenceGap, offset, (ulong)missing, "depth update pu is not the u of the one before");
        }
    }

    private static long Grid(long grid, long value)
    {
        if (grid != 0 && value % grid == 0)
        {
            return grid;
        }

        return (long)BigInteger.GreatestCommonDivisor(grid, value);
    }
}
