using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Metrics;

/// <summary>Counts of values to a promised number of significant digits, with the semantics of HdrHistogram. No allocation after construction.</summary>
/// <remarks>
/// One thread records; it or, once it has stopped, another reads. Values are whole numbers in whatever unit the user keeps to, nanoseconds as a rule.
/// Two values that share a count are equivalent; answers name the highest of them, except where stated. What cannot be counted is refused and
/// counted in <see cref="OutOfRangeCount"/>. The buckets reach to the next power of two beyond the highest trackable value; values up to there are taken.
/// </remarks>
public sealed class LatencyHistogram
{
    private readonly HistogramLayout _layout;
    private readonly long[] _counts;
    private long _minNonZero = long.MaxValue;
    private long _max;

    /// <summary>Takes the memory, about 2^(digits · 3.3) · 8 bytes for each doubling between lowest and highest.</summary>
    /// <param name="lowestDiscernibleValue">The smallest difference told apart near zero, 1 or more; rounded down to a power of two.</param>
    /// <param name="highestTrackableValue">The largest value that must be counted, at least twice the lowest discernible.</param>
    /// <param name="significantDigits">Decimal digits kept, 1 to 5.</param>
    /// <exception cref="ArgumentException">An argument is out of range; lists every fault.</exception>
    public LatencyHistogram(long lowestDiscernibleValue, long highestTrackableValue, int significantDigits)
    {
        List<string> faults = [];
        if (lowestDiscernibleValue is < 1 or > long.MaxValue / 2)
        {
            faults.Add($"lowestDiscernibleValue={lowestDiscernibleValue} must be from 1 to {long.MaxValue / 2}");
        }
        else if (highestTrackableValue < lowestDiscernibleValue * 2)
        {
            faults.Add($"highestTrackableValue={highestTrackableValue} must be at least twice lowestDiscernibleValue={lowestDiscernibleValue}");
        }

        if (significantDigits is < 1 or > 5)
        {
            faults.Add($"significantDigits={significantDigits} must be from 1 to 5");
        }
        else if (faults.Count == 0 && !HistogramLayout.IsRepresentable(lowestDiscernibleValue, significantDigits))
        {
            faults.Add($"significantDigits={significantDigits} above lowestDiscernibleValue={lowestDiscernibleValue} do not fit 64 bits");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }

        LowestDiscernibleValue = lowestDiscernibleValue;
        HighestTrackableValue = highestTrackableValue;
        SignificantDigits = significantDigits;
        _layout = new HistogramLayout(lowestDiscernibleValue, highestTrackableValue, significantDigits);
        _counts = new long[_layout.CountsLength];
    }

    /// <summary>The smallest difference told apart near zero.</summary>
    public long LowestDiscernibleValue { get; }

    /// <summary>The largest value that is counted for certain.</summary>
    public long HighestTrackableValue { get; }

    /// <summary>Decimal digits kept.</summary>
    public int SignificantDigits { get; }

    /// <summary>How many values are counted.</summary>
    public long TotalCount { get; private set; }

    /// <summary>How many values were refused.</summary>
    public long OutOfRangeCount { get; private set; }

    /// <summary>The lowest value that is equivalent to the least one counted; 0 if there is none.</summary>
    public long Min => TotalCount == 0 || _counts[0] > 0 ? 0 : _layout.LowestEquivalent(_minNonZero);

    /// <summary>The highest value that is equivalent to the greatest one counted; 0 if there is none.</summary>
    public long Max => TotalCount == 0 ? 0 : _layout.HighestEquivalent(_max);

    /// <summary>The mean of the middles of all counts; 0 if there is none.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < _counts.Length; i++)
            {
                sum += (double)_counts[i] * _layout.MedianEquivalent(_layout.LowestOf(i));
            }

            return TotalCount == 0 ? 0 : sum / TotalCount;
        }
    }

    /// <summary>The standard deviation of the middles of all counts from their mean; 0 if there is none.</summary>
    public double StandardDeviation
    {
        get
        {
            double mean = Mean;
            double sum = 0;
            for (int i = 0; i < _counts.Length; i++)
            {
                double deviation = _layout.MedianEquivalent(_layout.LowestOf(i)) - mean;
                sum += deviation * deviation * _counts[i];
            }

            return TotalCount == 0 ? 0 : Math.Sqrt(sum / TotalCount);
        }
    }

    /// <summary>Counts a value.</summary>
    /// <returns>False if it is negative or beyond the range; it is then counted as refused.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Record(long value) => RecordWithCount(value, 1);

    /// <summary>Counts a value as if recorded several times.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">How often, 0 or more.</param>
    /// <returns>False if the value is negative or beyond the range, the count negative, or the total too large; <paramref name="count"/> values (none if negative) are then counted as refused.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool RecordWithCount(long value, long count)
    {
        if (value >= 0)
        {
            int index = _layout.IndexOf(value);
            if ((uint)index < (uint)_counts.Length && (ulong)count <= (ulong)(long.MaxValue - TotalCount))
            {
                _counts[index] += count;
                TotalCount += count;
                Widen(value, count);
                return true;
            }
        }

        Refuse(count);
        return false;
    }

    /// <summary>
    /// Counts a value, and corrects for coordinated omission: had requests been sent at the expected interval, further ones would have waited in the meantime,
    /// so value − interval, value − 2·interval and so on are counted too, down to the interval.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="expectedInterval">The interval in the same unit; 0 or below means no correction.</param>
    /// <returns>False if the value was refused; then nothing is added for it.</returns>
    public bool RecordWithExpectedInterval(long value, long expectedInterval)
    {
        if (!Record(value))
        {
            return false;
        }

        if (expectedInterval > 0)
        {
            for (long missing = value - expectedInterval; missing >= expectedInterval; missing -= expectedInterval)
            {
                Record(missing);
            }
        }

        return true;
    }

    /// <summary>The value that at least the given part of all values does not exceed, to within equivalence.</summary>
    /// <param name="percentile">Per cent; below 0 counts as 0, above 100 as 100, not-a-number as 100.</param>
    /// <returns>The highest value equivalent to it, for 0 the lowest; 0 if nothing is counted.</returns>
    public long ValueAtPercentile(double percentile)
    {
        if (TotalCount == 0)
        {
            return 0;
        }

        long rank = double.IsNaN(percentile) || percentile >= 100 ? TotalCount : RankOf(percentile);
        int index = 0;
        for (long seen = _counts[0]; seen < rank; seen += _counts[index])
        {
            index++;
        }

        long lowest = _layout.LowestOf(index);
        return percentile <= 0 ? lowest : _layout.HighestEquivalent(lowest);
    }

    /// <summary>Which part of all values does not exceed the given one, to within equivalence, in per cent; 100 if nothing is counted.</summary>
    public double PercentileAtOrBelow(long value) =>
        TotalCount == 0 ? 100 : 100.0 * CountBetween(0, value) / TotalCount;

    /// <summary>How many values lie from <paramref name="low"/> to <paramref name="high"/>, those equivalent to either included.</summary>
    public long CountBetween(long low, long high)
    {
        if (high < 0 || high < low)
        {
            return 0;
        }

        int first = Math.Min(_layout.IndexOf(Math.Max(low, 0)), _counts.Length);
        int end = Math.Min(_layout.IndexOf(high) + 1, _counts.Length);
        long sum = 0;
        for (int i = first; i < end; i++)
        {
            sum += _counts[i];
        }

        return sum;
    }

    /// <summary>The lowest value that shares the count of <paramref name="value"/>, which is 0 or above.</summary>
    public long LowestEquivalentValue(long value) => _layout.LowestEquivalent(value);

    /// <summary>The highest value that shares the count of <paramref name="value"/>, which is 0 or above.</summary>
    public long HighestEquivalentValue(long value) => _layout.HighestEquivalent(value);

    /// <summary>The middle of the values that share the count of <paramref name="value"/>, which is 0 or above.</summary>
    public long MedianEquivalentValue(long value) => _layout.MedianEquivalent(value);

    /// <summary>How many values share the count of <paramref name="value"/>, which is 0 or above.</summary>
    public long SizeOfEquivalentRange(long value) => _layout.RangeOf(value);

    /// <summary>Adds all counts of another histogram, refused ones included. Of a coarser or finer one each count enters as its middle value.</summary>
    /// <returns>False if some were beyond this one's range; they are counted as refused.</returns>
    public bool Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool all = true;
        bool sameBuckets = other._layout.SharesBucketsWith(_layout);
        long minNonZero = other._minNonZero;
        long max = other._max;
        for (int i = 0; i < other._counts.Length; i++)
        {
            long count = other._counts[i];
            if (count > 0)
            {
                long lowest = other._layout.LowestOf(i);
                all &= RecordWithCount(sameBuckets ? lowest : other._layout.MedianEquivalent(lowest), count);
            }
        }

        if (sameBuckets && all)
        {
            _minNonZero = Math.Min(_minNonZero, minNonZero);
            _max = Math.Max(_max, max);
        }

        Refuse(other.OutOfRangeCount);
        return all;
    }

    /// <summary>Forgets all counts, refused ones included.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        _minNonZero = long.MaxValue;
        _max = 0;
        TotalCount = 0;
        OutOfRangeCount = 0;
    }

    // One unit in the last place less, so that rounding in the product cannot push the rank to the next value.
    private long RankOf(double percentile) =>
        Math.Clamp((long)Math.Ceiling(Math.Max(Math.BitDecrement(percentile), 0) / 100 * TotalCount), 1, TotalCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Widen(long value, long count)
    {
        if (count > 0)
        {
            _max = Math.Max(_max, value);
            if (value != 0 && value < _minNonZero)
            {
                _minNonZero = value;
            }
        }
    }

    private void Refuse(long count) =>
        OutOfRangeCount += Math.Clamp(count, 0, long.MaxValue - OutOfRangeCount);
}
