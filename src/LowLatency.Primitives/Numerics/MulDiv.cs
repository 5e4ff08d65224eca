namespace LowLatency.Primitives.Numerics;

/// <summary>Products divided without losing the high half, rounded by a stated rule. Exact for every input whose result fits.</summary>
public static class MulDiv
{
    /// <summary><paramref name="amount"/> × <paramref name="rate"/> / <paramref name="unit"/>, rounded up (towards positive infinity).</summary>
    /// <param name="amount">Any amount whose result fits 128 bits.</param>
    /// <param name="rate">Any rate.</param>
    /// <param name="unit">What 1 is in units of the rate; above zero, and rate × unit below 2^126.</param>
    public static Int128 Ceiling(Int128 amount, long rate, long unit)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(amount, unit);
        Int128 product = rest * rate;
        (Int128 quotient, Int128 remainder) = Int128.DivRem(product, unit);
        return (whole * rate) + quotient + (remainder > 0 ? 1 : 0);
    }

    /// <summary>A quotient, rounded to the nearest, half to even.</summary>
    /// <param name="amount">Any amount.</param>
    /// <param name="divisor">Above zero, below 2^126.</param>
    public static Int128 HalfEven(Int128 amount, Int128 divisor)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(amount, divisor);
        Int128 twice = Int128.Abs(rest) * 2;
        bool isAway = twice > divisor || (twice == divisor && !Int128.IsEvenInteger(quotient));
        return isAway ? quotient + Int128.Sign(amount) : quotient;
    }

    /// <summary>The share <paramref name="part"/> / <paramref name="whole"/> of <paramref name="amount"/>, truncated towards zero.</summary>
    /// <param name="amount">Any amount.</param>
    /// <param name="part">Zero to <paramref name="whole"/>.</param>
    /// <param name="whole">Above zero, below 2^62.</param>
    public static Int128 Share(Int128 amount, long part, long whole)
    {
        (Int128 each, Int128 rest) = Int128.DivRem(amount, whole);
        return (each * part) + (rest * part / whole);
    }
}
