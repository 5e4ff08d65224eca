using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Numerics;

/// <summary>Money: the exact product of a <see cref="Price"/> and a <see cref="Quantity"/>, in units of 1e-16 of the instrument's currency.</summary>
/// <param name="Raw">The amount as an integer with <see cref="Decimals"/> implied decimals.</param>
/// <remarks>A product of two 64-bit values always fits. Sums are checked and throw <see cref="OverflowException"/>.</remarks>
public readonly record struct Notional(Int128 Raw) : IComparable<Notional>
{
    /// <summary>Implied decimals: one unit is 1e-16.</summary>
    public const int Decimals = Price.Decimals + Quantity.Decimals;

    /// <summary>Zero.</summary>
    public static Notional Zero => default;

    /// <summary>Price times quantity, exact; never overflows.</summary>
    public static Notional Of(Price price, Quantity quantity) => new(Product(price.Raw, quantity.Raw));

    /// <summary>Raw price times raw quantity, exact; never overflows.</summary>
    public static Int128 Product(long price, long quantity)
    {
        long high = Math.BigMul(price, quantity, out long low);
        return new Int128((ulong)high, (ulong)low);
    }

    /// <summary>As <see cref="Product"/>, for a price and a quantity that are not negative: one multiplication.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 ProductOfPositive(long price, long quantity)
    {
        ulong high = Math.BigMul((ulong)price, (ulong)quantity, out ulong low);
        return new Int128(high, low);
    }

    /// <summary>Exact sum.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Notional operator +(Notional left, Notional right) => new(checked(left.Raw + right.Raw));

    /// <summary>Exact difference.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Notional operator -(Notional left, Notional right) => new(checked(left.Raw - right.Raw));

    /// <summary>The amount with the other sign.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Notional operator -(Notional value) => new(checked(-value.Raw));

    /// <summary>Order by value.</summary>
    public static bool operator <(Notional left, Notional right) => left.Raw < right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator >(Notional left, Notional right) => left.Raw > right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator <=(Notional left, Notional right) => left.Raw <= right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator >=(Notional left, Notional right) => left.Raw >= right.Raw;

    /// <inheritdoc/>
    public int CompareTo(Notional other) => Raw.CompareTo(other.Raw);

    /// <summary>Reads text by the rules of <see cref="FixedPoint"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out Notional value)
    {
        bool ok = FixedPoint.TryParse(System.Runtime.InteropServices.MemoryMarshal.Cast<char, ushort>(s), Decimals, out Int128 raw);
        value = new(raw);
        return ok;
    }

    /// <summary>Reads text by the rules of <see cref="FixedPoint"/>.</summary>
    /// <exception cref="FormatException">Not such a number.</exception>
    public static Notional Parse(string s) =>
        TryParse(s, out Notional value) ? value : throw new FormatException($"amount={s} is not a decimal number of at most {Decimals} decimals in range");

    /// <summary>The shortest exact text.</summary>
    public override string ToString() => FixedPoint.Format(Raw, Decimals);
}
