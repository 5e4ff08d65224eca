using System.Numerics;

namespace LowLatency.Primitives.Numerics;

/// <summary>
/// Text to and from integers with a fixed number of implied decimals. Exact: a text that needs more decimals than the scale has,
/// or a value outside the integer's range, is refused, never rounded or wrapped. No <see cref="double"/> is involved.
/// </summary>
/// <remarks>Accepted: optional sign, digits with at most one point, at least one digit (<c>-12.5</c>, <c>.5</c>, <c>7.</c>). No exponent, no spaces, no grouping.</remarks>
public static class FixedPoint
{
    /// <summary>The longest text <see cref="TryFormat"/> writes: a sign, 39 digits of an <see cref="Int128"/>, a point.</summary>
    public const int MaxTextLength = 41;

    /// <summary>Reads <paramref name="text"/> as ASCII or UTF-16 into an integer with <paramref name="decimals"/> implied decimals.</summary>
    /// <returns>False when the text is not a plain decimal number, has too many significant decimals, or overflows.</returns>
    public static bool TryParse<TChar>(ReadOnlySpan<TChar> text, int decimals, out Int128 value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        value = 0;
        bool negative = false;
        int i = 0;
        if (text.Length > 0 && (text[0] == TChar.CreateTruncating('-') || text[0] == TChar.CreateTruncating('+')))
        {
            negative = text[0] == TChar.CreateTruncating('-');
            i = 1;
        }

        // Accumulated as a negative number, whose range is one larger.
        Int128 sum = 0;
        int digits = 0;
        int fraction = -1;
        for (; i < text.Length; i++)
        {
            int c = int.CreateTruncating(text[i]);
            if (c == '.' && fraction < 0)
            {
                fraction = 0;
                continue;
            }

            int digit = c - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            digits++;
            if (fraction >= 0 && ++fraction > decimals)
            {
                if (digit != 0)
                {
                    return false;
                }

                continue;
            }

            if (!TryPush(ref sum, digit))
            {
                return false;
            }
        }

        if (digits == 0)
        {
            return false;
        }

        for (int missing = decimals - Math.Min(Math.Max(fraction, 0), decimals); missing > 0; missing--)
        {
            if (!TryPush(ref sum, 0))
            {
                return false;
            }
        }

        if (!negative && sum == Int128.MinValue)
        {
            return false;
        }

        value = negative ? sum : -sum;
        return true;
    }

    /// <summary>As the 128-bit form, for values that must fit 64 bits.</summary>
    public static bool TryParse<TChar>(ReadOnlySpan<TChar> text, int decimals, out long value)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        bool ok = TryParse(text, decimals, out Int128 wide) && wide >= long.MinValue && wide <= long.MaxValue;
        value = ok ? (long)wide : 0;
        return ok;
    }

    /// <summary>Writes the shortest exact text: no trailing zeros after the point, no point without decimals, a digit before the point.</summary>
    /// <returns>False when <paramref name="destination"/> is too short; <see cref="MaxTextLength"/> always suffices for up to 38 decimals.</returns>
    public static bool TryFormat<TChar>(Int128 value, int decimals, Span<TChar> destination, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        Span<byte> reversed = stackalloc byte[MaxTextLength + 1];
        UInt128 rest = value < 0 ? (UInt128)(-(value + 1)) + 1 : (UInt128)value;
        int length = 0;
        bool significant = false;
        for (int place = 0; place <= decimals || rest != 0; place++)
        {
            if (place == decimals && length > 0)
            {
                reversed[length++] = (byte)'.';
            }

            (rest, UInt128 digit) = UInt128.DivRem(rest, 10);
            significant |= digit != 0 || place >= decimals;
            if (significant)
            {
                reversed[length++] = (byte)('0' + (int)digit);
            }
        }

        if (value < 0)
        {
            reversed[length++] = (byte)'-';
        }

        written = 0;
        if (length > destination.Length)
        {
            return false;
        }

        while (length > 0)
        {
            destination[written++] = TChar.CreateTruncating(reversed[--length]);
        }

        return true;
    }

    /// <summary>The text of <see cref="TryFormat"/> as a string.</summary>
    public static string Format(Int128 value, int decimals)
    {
        Span<char> text = stackalloc char[MaxTextLength + 1];
        TryFormat(value, decimals, System.Runtime.InteropServices.MemoryMarshal.Cast<char, ushort>(text), out int written);
        return new string(text[..written]);
    }

    private static bool TryPush(ref Int128 negativeSum, int digit)
    {
        if (negativeSum < (Int128.MinValue + digit) / 10)
        {
            return false;
        }

        negativeSum = (negativeSum * 10) - digit;
        return true;
    }
}
