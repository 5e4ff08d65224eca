using System.Numerics;

namespace LowLatency.Replay.Generation;

/// <summary>
/// Pseudo-random integers that are the same on every machine and runtime: xoshiro256** by Blackman and Vigna, seeded through SplitMix64.
/// The distributions use integers only.
/// </summary>
internal sealed class SessionRandom
{
    private const int FractionBits = 16;
    private const long FractionOne = 1L << FractionBits;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Seeds the four words of state.</summary>
    public SessionRandom(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>An integer from 0 to <paramref name="bound"/> - 1; the bound is above 0.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>True in <paramref name="perMille"/> of 1000 cases.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    /// <summary>
    /// About exponentially distributed with this mean, from 0 to 43 times the mean, which is at most 2^39: -log2 of a uniform number is its leading zeros and,
    /// on a straight line between powers of two, the bits behind them.
    /// </summary>
    public long Exponential(long mean)
    {
        ulong uniform = Next() | 1;
        int zeros = BitOperations.LeadingZeroCount(uniform);
        long mantissa = (long)((uniform << zeros << 1) >> (64 - FractionBits));
        long minusLog2 = ((long)(zeros + 1) << FractionBits) - mantissa;

        // The mean of this line is 3/2; of the curve, 1/ln 2.
        return mean * minusLog2 * 2 / (3 * FractionOne);
    }

    /// <summary>About normally distributed around 0, within 3.5 deviations, for a deviation of at most 2^40: the sum of four uniform numbers.</summary>
    public long Normal(long deviation)
    {
        const long deviationOfSum = 37_837;
        ulong bits = Next();
        long sum = (long)(bits & 0xFFFF) + (long)((bits >> 16) & 0xFFFF) + (long)((bits >> 32) & 0xFFFF) + (long)(bits >> 48);
        return (sum - (2 * 0xFFFF)) * deviation / deviationOfSum;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
