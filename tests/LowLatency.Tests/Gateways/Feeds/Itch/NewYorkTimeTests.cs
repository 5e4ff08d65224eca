using LowLatency.Gateways.Feeds.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

public sealed class NewYorkTimeTests
{
    [Theory]
    [InlineData("2019-12-30", "2019-12-30T05:00:00Z")]
    [InlineData("2023-08-22", "2023-08-22T04:00:00Z")]
    [InlineData("1970-01-01", "1970-01-01T05:00:00Z")]
    [InlineData("2024-03-08", "2024-03-08T05:00:00Z")]
    [InlineData("2024-03-11", "2024-03-11T04:00:00Z")]
    public void Midnight(string day, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, null).ToUnixTimeSeconds() * 1_000_000_000, NewYorkTime.MidnightUnixNs(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("AAPL_20191230_0935_50k.itch50.gz", "2019-12-30")]
    [InlineData("12302019_SNIPPET.NASDAQ_ITCH50", "2019-12-30")]
    [InlineData("01302019_first4096bytes.itch", "2019-01-30")]
    [InlineData("nasdaq_totalview_moldudp64_20230822_0930.pcap", "2023-08-22")]
    [InlineData("x_99999999_20200229", "2020-02-29")]
    [InlineData("x_20210229", null)]
    [InlineData("201912301", null)]
    [InlineData("", null)]
    public void The_day_in_a_name(string name, string? day) => Assert.Equal(day, NewYorkTime.DayInName(name)?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void The_rule_agrees_with_the_time_zone_data_since_2007()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out TimeZoneInfo? zone))
        {
            return;
        }

        for (DateOnly day = new(2007, 1, 1); day.Year < 2040; day = day.AddDays(1))
        {
            Assert.Equal((day, zone.GetUtcOffset(day.ToDateTime(new TimeOnly(12, 0)))), (day, NewYorkTime.OffsetByRule(day)));
        }
    }

    [Theory]
    [InlineData(1_692_711_000_000_000_000, "2023-08-22")]
    [InlineData(1_692_676_799_999_999_999, "2023-08-21")]
    [InlineData(1_692_676_800_000_000_000, "2023-08-22")]
    public void The_day_of_a_time(long unixNs, string day) => Assert.Equal(DateOnly.Parse(day, null), NewYorkTime.DayOf(unixNs));
}
