using LowLatency.Primitives.Metrics;
using Xunit;

namespace LowLatency.Tests.Primitives.Metrics;

/// <summary>Figures that HdrHistogram's own tests publish: one hour in microseconds at three digits.</summary>
public class HdrHistogramFiguresTests
{
    private const long Hour = 3_600_000_000;

    private readonly LatencyHistogram _raw = new(1, Hour, 3);
    private readonly LatencyHistogram _corrected = new(1, Hour, 3);

    /// <summary>10,000 calls of 1 ms at 10 ms intervals, then a stall of 100 s.</summary>
    public HdrHistogramFiguresTests()
    {
        for (int i = 0; i < 10_000; i++)
        {
            _raw.Record(1_000);
            _corrected.RecordWithExpectedInterval(1_000, 10_000);
        }

        _raw.Record(100_000_000);
        _corrected.RecordWithExpectedInterval(100_000_000, 10_000);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_025, 1)]
    [InlineData(2_047, 1)]
    [InlineData(2_048, 2)]
    [InlineData(2_500, 2)]
    [InlineData(8_191, 4)]
    [InlineData(8_192, 8)]
    [InlineData(10_000, 8)]
    public void Size_of_equivalent_range(long value, long size)
    {
        Assert.Equal(size, _raw.SizeOfEquivalentRange(value));
        Assert.Equal(size * 1024, new LatencyHistogram(1024, Hour, 3).SizeOfEquivalentRange(value * 1024));
    }

    [Theory]
    [InlineData(10_007, 10_000)]
    [InlineData(10_009, 10_008)]
    public void Lowest_equivalent(long value, long lowest)
    {
        Assert.Equal(lowest, _raw.LowestEquivalentValue(value));
        Assert.Equal(lowest * 1024, new LatencyHistogram(1024, Hour, 3).LowestEquivalentValue(value * 1024));
    }

    [Theory]
    [InlineData(8_180, 8_183)]
    [InlineData(8_191, 8_191)]
    [InlineData(8_193, 8_199)]
    [InlineData(9_995, 9_999)]
    [InlineData(10_007, 10_007)]
    [InlineData(10_008, 10_015)]
    public void Highest_equivalent(long value, long highest)
    {
        Assert.Equal(highest, _raw.HighestEquivalentValue(value));
        Assert.Equal((highest * 1024) + 1023, new LatencyHistogram(1024, Hour, 3).HighestEquivalentValue(value * 1024));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(4_000, 4_001)]
    [InlineData(8_000, 8_002)]
    [InlineData(10_007, 10_004)]
    public void Median_equivalent(long value, long median) => Assert.Equal(median, _raw.MedianEquivalentValue(value));

    [Fact]
    public void Totals_and_extremes()
    {
        Assert.Equal(10_001, _raw.TotalCount);
        Assert.Equal(20_000, _corrected.TotalCount);
        Assert.Equal(1_000, _raw.Min);
        Assert.Equal(_raw.HighestEquivalentValue(100_000_000), _raw.Max);
        Assert.Equal(((10_000 * 1_000) + 100_000_000) / 10_001.0, _raw.Mean, 10_998 * 0.001);
        Assert.Equal((1_000 + 50_000_000) / 2.0, _corrected.Mean, 25_000_500 * 0.001);
        Assert.Equal(10_000, _raw.CountBetween(1_000, 1_000));
        Assert.Equal(1, _raw.CountBetween(5_000, 150_000_000));
        Assert.Equal(10_000, _corrected.CountBetween(5_000, 150_000_000));
    }

    [Theory]
    [InlineData(30.0, 1_000)]
    [InlineData(99.0, 1_000)]
    [InlineData(99.99, 1_000)]
    [InlineData(99.999, 100_000_000)]
    [InlineData(100.0, 100_000_000)]
    public void Raw_percentiles(double percentile, long value) =>
        Assert.Equal(value, _raw.ValueAtPercentile(percentile), value * 0.001);

    [Theory]
    [InlineData(30.0, 1_000)]
    [InlineData(50.0, 1_000)]
    [InlineData(75.0, 50_000_000)]
    [InlineData(90.0, 80_000_000)]
    [InlineData(99.0, 98_000_000)]
    [InlineData(99.999, 100_000_000)]
    [InlineData(100.0, 100_000_000)]
    public void Corrected_percentiles(double percentile, long value) =>
        Assert.Equal(value, _corrected.ValueAtPercentile(percentile), value * 0.001);

    [Fact]
    public void Percentiles_of_a_value()
    {
        Assert.Equal(99.99, _raw.PercentileAtOrBelow(5_000), 0.0001);
        Assert.Equal(50.0, _corrected.PercentileAtOrBelow(5_000), 0.0001);
        Assert.Equal(100.0, _corrected.PercentileAtOrBelow(100_000_000), 0.0001);
    }
}
