using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Numerics;

/// <summary>A price in units of 1e-8, exact: about ±92 billion.</summary>
/// <param name="Raw">The price as an integer with <see cref="Decimals"/> implied decimals.</param>
/// <remarks>Operators are checked and throw <see cref="OverflowException"/>; the hot path works on <see cref="Raw"/> and checks bounds itself.</remarks>
public readonly record struct Price(long Raw) : IComparable<Price>, ISpanFormattable, ISpanParsable<Price>
{
    /// <summary>Implied decimals: one unit is 1e-8.</summary>
    public const int Decimals = 8;

    /// <summary>The raw value of 1.</summary>
    public const long One = 100_000_000;

    /// <summary>Zero.</summary>
    public static Price Zero => default;

    /// <summary>The value of a whole number.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Price FromWhole(long whole) => new(checked(whole * One));

    /// <summary>Exact sum.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Price operator +(Price left, Price right) => new(checked(left.Raw + right.Raw));

    /// <summary>Exact difference.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Price operator -(Price left, Price right) => new(checked(left.Raw - right.Raw));

    /// <summary>Exact multiple.</summary>
    /// <exception cref="OverflowException">Out of range.</exception>
    public static Price operator *(Price left, long times) => new(checked(left.Raw * times));

    /// <summary>Order by value.</summary>
    public static bool operator <(Price left, Price right) => left.Raw < right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator >(Price left, Price right) => left.Raw > right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator <=(Price left, Price right) => left.Raw <= right.Raw;

    /// <summary>Order by value.</summary>
    public static bool operator >=(Price left, Price right) => left.Raw >= right.Raw;

    /// <inheritdoc/>
    public int CompareTo(Price other) => Raw.CompareTo(other.Raw);

    /// <summary>Reads ASCII text by the rules of <see cref="FixedPoint"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> ascii, out Price value)
    {
        bool ok = FixedPoint.TryParse(ascii, Decimals, out long raw);
        value = new(raw);
        return ok;
    }

    /// <summary>Reads text by the rules of <see cref="FixedPoint"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out Price value)
    {
        bool ok = FixedPoint.TryParse(MemoryMarshal.Cast<char, ushort>(s), Decimals, out long raw);
        value = new(raw);
        return ok;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Price result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Price result) =>
        TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    public static Price Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, out Price value) ? value : throw new FormatException($"price={s} is not a decimal number of at most {Decimals} decimals in range");

    /// <summary>Reads text by the rules of <see cref="FixedPoint"/>.</summary>
    /// <exception cref="FormatException">Not such a number.</exception>
    public static Price Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedPoint.TryFormat(Raw, Decimals, MemoryMarshal.Cast<char, ushort>(destination), out charsWritten);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>The shortest exact text.</summary>
    public override string ToString() => FixedPoint.Format(Raw, Decimals);
}
