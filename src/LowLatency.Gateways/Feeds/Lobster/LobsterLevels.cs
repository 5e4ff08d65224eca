namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>A row of a LOBSTER order-book file: per level, from the best on, <c>ask price,ask size,bid price,bid size</c>.</summary>
/// <param name="Asks">The levels that have orders, 4 implied decimals and shares.</param>
/// <param name="Bids">As <paramref name="Asks"/>.</param>
public sealed record LobsterLevels(IReadOnlyList<LobsterLevel> Asks, IReadOnlyList<LobsterLevel> Bids)
{
    private const long NoAsk = 9_999_999_999;

    /// <summary>Reads a row without its line end; null when it is not whole levels of numbers in range.</summary>
    public static LobsterLevels? Parse(ReadOnlySpan<byte> row)
    {
        List<LobsterLevel> asks = [];
        List<LobsterLevel> bids = [];
        LobsterFields fields = new(row);
        while (!fields.IsAtEnd)
        {
            if (!TryParse(ref fields, out LobsterLevel ask) || !TryParse(ref fields, out LobsterLevel bid))
            {
                return null;
            }

            AddUnlessEmpty(asks, ask);
            AddUnlessEmpty(bids, bid);
        }

        return new(asks, bids);
    }

    private static bool TryParse(ref LobsterFields fields, out LobsterLevel level)
    {
        bool ok = fields.TryNextNumber(out long price4) & fields.TryNextNumber(out long shares);
        level = new(price4, shares);
        return ok && shares >= 0;
    }

    private static void AddUnlessEmpty(List<LobsterLevel> levels, LobsterLevel level)
    {
        if (level.Shares > 0 && Math.Abs(level.Price4) != NoAsk)
        {
            levels.Add(level);
        }
    }
}
