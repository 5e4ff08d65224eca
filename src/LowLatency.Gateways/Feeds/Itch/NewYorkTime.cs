namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>From ns since midnight in New York to ns since 1970-01-01 UTC, and which day a file is of.</summary>
/// <remarks>
/// The offset from UTC is that of noon of the day, from the host's time-zone data; without such data it is the United States' rule since 2007 (daylight time from the second Sunday of March
/// to the first Sunday of November). On the two days a year when the clocks change, both Sundays, times before 02:00 are an hour off.
/// </remarks>
public static class NewYorkTime
{
    private const long NsPerTick = 100;
    private static readonly TimeZoneInfo? Zone = FindZone();

    /// <summary>Ns from 1970-01-01 UTC to midnight in New York at the start of the day.</summary>
    public static long MidnightUnixNs(DateOnly day)
    {
        DateTime noon = day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Unspecified);
        TimeSpan offset = Zone?.GetUtcOffset(noon) ?? OffsetByRule(day);
        return (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - DateTime.UnixEpoch - offset).Ticks * NsPerTick;
    }

    /// <summary>The day in New York of a time in ns since 1970-01-01 UTC.</summary>
    public static DateOnly DayOf(long unixNs)
    {
        DateOnly day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(unixNs / NsPerTick));
        return unixNs < MidnightUnixNs(day) ? day.AddDays(-1) : day;
    }

    /// <summary>
    /// The day a file name tells: the first run of exactly eight digits that reads as a day of the years 1990 to 2099, as YYYYMMDD, else as MMDDYYYY.
    /// Null where there is none.
    /// </summary>
    public static DateOnly? DayInName(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        for (int start = 0; start < fileName.Length; start++)
        {
            int end = start;
            while (end < fileName.Length && char.IsAsciiDigit(fileName[end]))
            {
                end++;
            }

            if (end - start == 8)
            {
                int number = int.Parse(fileName.AsSpan(start, 8), System.Globalization.CultureInfo.InvariantCulture);
                DateOnly? day = Day(number / 10_000, number / 100 % 100, number % 100) ?? Day(number % 10_000, number / 1_000_000, number / 10_000 % 100);
                if (day is not null)
                {
                    return day;
                }
            }

            start = end;
        }

        return null;
    }

    /// <summary>The offset of a day by the rule since 2007.</summary>
    public static TimeSpan OffsetByRule(DateOnly day)
    {
        DateOnly starts = FirstSunday(day.Year, 3).AddDays(7);
        DateOnly ends = FirstSunday(day.Year, 11);
        return TimeSpan.FromHours(day >= starts && day < ends ? -4 : -5);
    }

    private static DateOnly FirstSunday(int year, int month)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1990 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static TimeZoneInfo? FindZone() => TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out TimeZoneInfo? zone) ? zone : null;
}
