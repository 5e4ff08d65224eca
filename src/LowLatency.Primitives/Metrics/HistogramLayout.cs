using System.Numerics;
using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Metrics;

/// <summary>Which values share a count: the buckets of HdrHistogram (Gil Tene, hdrhistogram.org).</summary>
/// <remarks>
/// Bucket b covers values up to subBucketCount · 2^(b + unitMagnitude) in sub-buckets of width 2^(b + unitMagnitude), unitMagnitude being the whole
/// binary logarithm of the lowest discernible value, and subBucketCount the power of two that is at least 2 · 10^digits. The lower half of every bucket
/// but the first repeats the bucket below, so only upper halves are kept: index = (bucket + 1) · subBucketCount / 2 + subBucket − subBucketCount / 2.
/// </remarks>
internal readonly struct HistogramLayout
{
    private readonly long _subBucketMask;
    private readonly int _unitMagnitude;
    private readonly int _subBucketHalfCountMagnitude;
    private readonly int _leadingZeroCountBase;

    /// <summary>Takes arguments that <see cref="LatencyHistogram"/> has checked.</summary>
    public HistogramLayout(long lowest, long highest, int digits)
    {
        long largestWithUnitResolution = 2 * (long)Math.Pow(10, digits);
        _unitMagnitude = BitOperations.Log2((ulong)lowest);
        _subBucketHalfCountMagnitude = BitOperations.Log2((ulong)(largestWithUnitResolution - 1));
        _subBucketMask = (SubBucketCount - 1) << _unitMagnitude;
        _leadingZeroCountBase = 64 - _unitMagnitude - _subBucketHalfCountMagnitude - 1;
        CountsLength = IndexLimit(highest);
    }

    /// <summary>How many counts there are.</summary>
    public int CountsLength { get; }

    private long SubBucketCount => 2L << _subBucketHalfCountMagnitude;

    /// <summary>Whether one bucket at that resolution fits a signed 64-bit number.</summary>
    public static bool IsRepresentable(long lowest, int digits) =>
        BitOperations.Log2((ulong)lowest) + BitOperations.Log2((ulong)((2 * (long)Math.Pow(10, digits)) - 1)) <= 61;

    /// <summary>Whether the same values share a count in both, as far as both reach.</summary>
    public bool SharesBucketsWith(HistogramLayout other) =>
        _unitMagnitude == other._unitMagnitude && _subBucketHalfCountMagnitude == other._subBucketHalfCountMagnitude;

    /// <summary>The count of a value of 0 or above; at or beyond <see cref="CountsLength"/> if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(long value)
    {
        int bucket = BucketOf(value);
        int subBucket = (int)(value >> (bucket + _unitMagnitude));
        return (bucket << _subBucketHalfCountMagnitude) + subBucket;
    }

    /// <summary>The lowest value of a count.</summary>
    public long LowestOf(int index)
    {
        int bucket = Math.Max((index >> _subBucketHalfCountMagnitude) - 1, 0);
        long subBucket = index - ((long)bucket << _subBucketHalfCountMagnitude);
        return subBucket << (bucket + _unitMagnitude);
    }

    /// <summary>How many values share the count of this one.</summary>
    public long RangeOf(long value) => 1L << (_unitMagnitude + BucketOf(value));

    /// <summary>The lowest value that shares the count of this one.</summary>
    public long LowestEquivalent(long value) => value & ~(RangeOf(value) - 1);

    /// <summary>The highest value that shares the count of this one.</summary>
    public long HighestEquivalent(long value) => value | (RangeOf(value) - 1);

    /// <summary>The middle of the values that share the count of this one, rounded up.</summary>
    public long MedianEquivalent(long value) => LowestEquivalent(value) + (RangeOf(value) >> 1);

    private int IndexLimit(long highest)
    {
        // Whole buckets, as many as it takes to reach beyond the highest value.
        int buckets = 1;
        for (long beyond = SubBucketCount << _unitMagnitude; beyond <= highest && beyond > 0; beyond <<= 1)
        {
            buckets++;
        }

        return (buckets + 1) << _subBucketHalfCountMagnitude;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(long value) => _leadingZeroCountBase - BitOperations.LeadingZeroCount((ulong)(value | _subBucketMask));
}
