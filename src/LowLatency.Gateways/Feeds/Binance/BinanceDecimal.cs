using LowLatency.Primitives.Numerics;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Reads decimal texts into units of 1e-8, exactly, by the rules of <see cref="FixedPoint"/>; the usual ones without its 128-bit arithmetic.</summary>
internal static class BinanceDecimal
{
    // Digits before the point times 1e8 stay inside 64 bits.
    private const int MostWholeDigits = 9;

    private static ReadOnlySpan<long> Scale => [100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    /// <summary>Reads a text and says how many decimals it writes, at most 8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long raw, out int decimals)
    {
        long whole = 0;
        int i = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9 && i <= MostWholeDigits; i++)
        {
            whole = (whole * 10) + (text[i] - '0');
        }

        int wholeDigits = i;
        long fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            for (i++; i < text.Length && (uint)(text[i] - '0') <= 9 && i - wholeDigits <= Price.Decimals; i++)
            {
                fraction = (fraction * 10) + (text[i] - '0');
            }
        }

        decimals = Math.Max(0, i - wholeDigits - 1);
        if (i == text.Length && wholeDigits is > 0 and <= MostWholeDigits)
        {
            raw = (whole * Price.One) + (fraction * Scale[decimals]);
            return true;
        }

        decimals = text.IndexOf((byte)'.') is var point and >= 0 ? Math.Min(text.Length - point - 1, Price.Decimals) : 0;
        return FixedPoint.TryParse(text, Price.Decimals, out raw);
    }
}
