using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Numerics;

/// <summary>Answers whether a number is a multiple of a fixed divisor with one multiplication instead of a division.</summary>
/// <remarks>
/// For d = odd × 2^s, n is a multiple of d exactly when n × odd⁻¹ (mod 2^64), rotated right by s, is at most (2^64 - 1) / d
/// (Granlund and Montgomery 1994; Warren, Hacker's Delight, "Test for zero remainder after division by a constant").
/// The default value is no divisor: it takes every number for a multiple.
/// </remarks>
public readonly struct ExactDivisor
{
    private readonly ulong _inverse;
    private readonly ulong _most;
    private readonly int _shift;

    /// <summary>Prepares a divisor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public ExactDivisor(long divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        _shift = BitOperations.TrailingZeroCount(divisor);
        ulong odd = (ulong)divisor >> _shift;

        // Newton's iteration doubles the correct low bits; odd is its own inverse modulo 8.
        ulong inverse = odd;
        for (int bits = 3; bits < 64; bits *= 2)
        {
            inverse *= 2 - (odd * inverse);
        }

        _inverse = inverse;
        _most = ulong.MaxValue / (ulong)divisor;
    }

    /// <summary>True when <paramref name="value"/> is a multiple; false for every negative value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Divides(long value) => value >= 0 && DividesPositive(value);

    /// <summary>As <see cref="Divides"/>, for a value known not to be negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool DividesPositive(long value) => BitOperations.RotateRight((ulong)value * _inverse, _shift) <= _most;
}
