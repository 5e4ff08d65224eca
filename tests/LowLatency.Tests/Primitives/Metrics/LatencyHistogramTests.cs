using LowLatency.Primitives.Metrics;
using Xunit;

namespace LowLatency.Tests.Primitives.Metrics;

/// <summary>The histogram against sorted values, within the digits it promises.</summary>
public class LatencyHistogramTests
{
    private static readonly double[] Percentiles = [0, 0.001, 1, 10, 25, 50, 75, 90, 99, 99.9, 99.99, 99.999, 100];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 4)]
    [InlineData(1, 5)]
    [InlineData(1000, 3)]
    public void Percentiles_are_those_of_the_sorted_values_to_the_promised_digits(long lowest, int digits)
    {
        int seed = 900 + digits;
        Random random = new(seed);
        LatencyHistogram histogram = new(lowest, 10_000_000_000, digits);
        long[] values = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextInt64(10_000_000_000) >> random.Next(34))];
        Array.ForEach(values, value => Assert.True(histogram.Record(value)));
        Array.Sort(values);
        Assert.Equal(values.Length, histogram.TotalCount);
        foreach (double percentile in Percentiles)
        {
            int rank = Math.Max((int)Math.Ceiling((decimal)percentile * values.Length / 100), 1);
            long exact = values[rank - 1];
            long told = histogram.ValueAtPercentile(percentile);
            Assert.True(IsWithin(told, exact, lowest, digits), $"seed={seed} percentile={percentile} told={told} exact={exact}");
            Assert.Equal(percentile == 0 ? histogram.LowestEquivalentValue(exact) : histogram.HighestEquivalentValue(exact), told);
        }

        Assert.Equal(histogram.HighestEquivalentValue(values[^1]), histogram.Max);
        Assert.Equal(histogram.LowestEquivalentValue(values[0]), histogram.Min);
        double mean = values.Average();
        Assert.Equal(mean, histogram.Mean, mean * Math.Pow(10, -digits));
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        Assert.Equal(deviation, histogram.StandardDeviation, deviation * Math.Pow(10, -digits) * 2);
        foreach (long value in values.Where((_, index) => index % 500 == 0))
        {
            long high = histogram.HighestEquivalentValue(value);
            Assert.Equal(values.Count(each => each <= high), histogram.CountBetween(0, value));
            Assert.Equal(100.0 * values.Count(each => each <= high) / values.Length, histogram.PercentileAtOrBelow(value));
        }
    }

    [Fact]
    public void Every_value_lies_between_its_equivalents_and_each_range_ends_where_the_next_begins()
    {
        LatencyHistogram histogram = new(4, long.MaxValue, 2);
        Random random = new(8);
        for (int i = 0; i < 100_000; i++)
        {
            long value = random.NextInt64() >> random.Next(63);
            long low = histogram.LowestEquivalentValue(value);
            long high = histogram.HighestEquivalentValue(value);
            Assert.InRange(value, low, high);
            Assert.Equal(histogram.SizeOfEquivalentRange(value) - 1, high - low);
            Assert.Equal(low, histogram.LowestEquivalentValue(high));
            Assert.InRange(histogram.MedianEquivalentValue(value), low, high);
            if (high < long.MaxValue)
            {
                Assert.Equal(high + 1, histogram.LowestEquivalentValue(high + 1));
            }

            Assert.True(histogram.Record(value));
        }

        Assert.True(histogram.Record(long.MaxValue));
        Assert.Equal(long.MaxValue, histogram.ValueAtPercentile(100));
    }

    [Fact]
    public void What_is_out_of_range_is_refused_and_counted()
    {
        LatencyHistogram histogram = new(1, 1000, 2);
        Assert.False(histogram.Record(-1));
        Assert.False(histogram.Record(long.MinValue));
        Assert.False(histogram.Record(long.MaxValue));
        Assert.False(histogram.RecordWithCount(1_000_000, 5));
        Assert.False(histogram.RecordWithCount(1, -1));
        Assert.False(histogram.RecordWithExpectedInterval(1_000_000, 100));
        Assert.Equal((0L, 9L), (histogram.TotalCount, histogram.OutOfRangeCount));
        Assert.True(histogram.Record(1000));
        Assert.True(histogram.Record(0));
        Assert.True(histogram.RecordWithCount(5, 0));
        Assert.Equal((2L, 0L, 1003L), (histogram.TotalCount, histogram.Min, histogram.Max));
        Assert.True(histogram.RecordWithCount(7, long.MaxValue - 2));
        Assert.False(histogram.Record(7));
        Assert.Equal((long.MaxValue, 10L), (histogram.TotalCount, histogram.OutOfRangeCount));
        Assert.Equal(7, histogram.ValueAtPercentile(50));
        Assert.Equal(1003, histogram.ValueAtPercentile(100));
        Assert.False(histogram.RecordWithCount(-1, long.MaxValue));
        Assert.Equal(long.MaxValue, histogram.OutOfRangeCount);
    }

    [Fact]
    public void An_empty_histogram_answers_zero_and_so_does_one_reset()
    {
        LatencyHistogram histogram = new(1, 1000, 2);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal((0L, 0L, 0L, 0.0, 0.0), (histogram.TotalCount, histogram.Min, histogram.Max, histogram.Mean, histogram.StandardDeviation));
            Assert.Equal(0, histogram.ValueAtPercentile(99));
            Assert.Equal(100, histogram.PercentileAtOrBelow(5));
            Assert.Equal(0, histogram.OutOfRangeCount);
            histogram.Record(17);
            histogram.Record(-17);
            Assert.Equal((17L, 17L), (histogram.Min, histogram.Max));
            histogram.Reset();
        }
    }

    [Theory]
    [InlineData(-10.0, 1)]
    [InlineData(0.0, 1)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(50.0, 2)]
    [InlineData(50.1, 3)]
    [InlineData(100.0, 4)]
    [InlineData(1e300, 4)]
    [InlineData(double.PositiveInfinity, 4)]
    [InlineData(double.NegativeInfinity, 1)]
    [InlineData(double.NaN, 4)]
    public void Any_percentile_has_an_answer(double percentile, long expected)
    {
        LatencyHistogram histogram = new(1, 1000, 3);
        foreach (long value in (long[])[1, 2, 3, 4])
        {
            histogram.Record(value);
        }

        Assert.Equal(expected, histogram.ValueAtPercentile(percentile));
    }

    [Fact]
    public void Merged_halves_equal_the_whole()
    {
        Random random = new(21);
        LatencyHistogram whole = new(1, 1_000_000, 3);
        LatencyHistogram even = new(1, 1_000_000, 3);
        LatencyHistogram odd = new(1, 9_000_000, 3);
        for (int i = 0; i < 10_000; i++)
        {
            long value = random.NextInt64(-10, 1_000_000);
            whole.Record(value);
            (i % 2 == 0 ? even : odd).Record(value);
        }

        Assert.True(even.Add(odd));
        Assert.Equal((whole.TotalCount, whole.OutOfRangeCount, whole.Min, whole.Max, whole.Mean), (even.TotalCount, even.OutOfRangeCount, even.Min, even.Max, even.Mean));
        foreach (double percentile in Percentiles)
        {
            Assert.Equal(whole.ValueAtPercentile(percentile), even.ValueAtPercentile(percentile));
        }
    }

    [Fact]
    public void A_coarser_histogram_merges_by_its_middles_and_what_does_not_fit_is_counted()
    {
        LatencyHistogram fine = new(1, 10_000, 3);
        LatencyHistogram coarse = new(1, 1_000_000_000, 1);
        coarse.RecordWithCount(5_000, 3);
        coarse.RecordWithCount(500_000_000, 2);
        Assert.False(fine.Add(coarse));
        Assert.Equal((3L, 2L), (fine.TotalCount, fine.OutOfRangeCount));
        Assert.Equal(fine.HighestEquivalentValue(coarse.MedianEquivalentValue(5_000)), fine.Max);
    }

    [Theory]
    [InlineData(0, 100, 3, "lowestDiscernibleValue=0")]
    [InlineData(-1, 100, 3, "lowestDiscernibleValue=-1")]
    [InlineData(10, 19, 3, "highestTrackableValue=19")]
    [InlineData(1, 100, 0, "significantDigits=0")]
    [InlineData(1, 100, 6, "significantDigits=6")]
    [InlineData(0, 100, 9, "significantDigits=9")]
    [InlineData(1L << 60, long.MaxValue, 3, "significantDigits=3")]
    public void Arguments_out_of_range_are_refused_by_value(long lowest, long highest, int digits, string expected) => Assert.Contains(
        expected, Assert.Throws<ArgumentException>(() => new LatencyHistogram(lowest, highest, digits)).Message, StringComparison.Ordinal);

    private static bool IsWithin(long told, long exact, long lowest, int digits) =>
        Math.Abs(told - exact) <= Math.Max(exact * Math.Pow(10, -digits), lowest);
}
