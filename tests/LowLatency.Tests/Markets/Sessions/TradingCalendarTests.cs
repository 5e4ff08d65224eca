using System.Globalization;
using LowLatency.Markets.Data;
using LowLatency.Markets.Sessions;
using LowLatency.Primitives.Identity;
using Xunit;

namespace LowLatency.Tests.Markets.Sessions;

/// <summary>States of a session by the wall clocks of real venues: weekends, holidays, half days, changes of the clocks, sessions over midnight.</summary>
public class TradingCalendarTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>New York, 04:00 pre-open, 09:30 open, 16:00 closed; Thanksgiving 2026 off, the day after until 13:00.</summary>
    private static readonly TradingCalendar NewYork = new(
        TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
        Weekdays.ToDictionary(day => day, _ => Phases("04:00 PreOpen", "09:30 Open", "16:00 Closed")),
        new Dictionary<DateOnly, IReadOnlyList<SessionPhase>>
        {
            [new(2026, 11, 26)] = [],
            [new(2026, 11, 27)] = Phases("04:00 PreOpen", "09:30 Open", "13:00 Closed"),
        });

    /// <summary>Chicago futures: from Sunday 17:00 on, a pause from 16:00 to 17:00, closed from Friday 16:00.</summary>
    private static readonly TradingCalendar Chicago = new(
        TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
        new Dictionary<DayOfWeek, IReadOnlyList<SessionPhase>>
        {
            [DayOfWeek.Sunday] = Phases("17:00 Open"),
            [DayOfWeek.Monday] = Phases("16:00 Closed", "17:00 Open"),
            [DayOfWeek.Tuesday] = Phases("16:00 Closed", "17:00 Open"),
            [DayOfWeek.Wednesday] = Phases("16:00 Closed", "17:00 Open"),
            [DayOfWeek.Thursday] = Phases("16:00 Closed", "17:00 Open"),
            [DayOfWeek.Friday] = Phases("16:00 Closed"),
        },
        new Dictionary<DateOnly, IReadOnlyList<SessionPhase>>());

    private static IReadOnlyList<SessionPhase> Phases(params string[] phases) =>
        [.. phases.Select(phase => new SessionPhase(TimeOnly.Parse(phase.Split(' ')[0], CultureInfo.InvariantCulture), Enum.Parse<TradingStatus>(phase.Split(' ')[1])))];

    private static long Ns(string utc) => (DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) - DateTime.UnixEpoch).Ticks * 100;

    private static string Text(long ns) => DateTime.UnixEpoch.AddTicks(ns / 100).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-25 08:59:59.9999999", TradingStatus.Closed)]
    [InlineData("2026-11-25 09:00", TradingStatus.PreOpen)]
    [InlineData("2026-11-25 14:29:59.9999999", TradingStatus.PreOpen)]
    [InlineData("2026-11-25 14:30", TradingStatus.Open)]
    [InlineData("2026-11-25 20:59:59.9999999", TradingStatus.Open)]
    [InlineData("2026-11-25 21:00", TradingStatus.Closed)]
    [InlineData("2026-11-26 15:00", TradingStatus.Closed)]
    [InlineData("2026-11-27 17:59", TradingStatus.Open)]
    [InlineData("2026-11-27 18:00", TradingStatus.Closed)]
    [InlineData("2026-11-28 15:00", TradingStatus.Closed)]
    [InlineData("2026-11-30 15:00", TradingStatus.Open)]
    [InlineData("2026-07-01 13:29", TradingStatus.PreOpen)]
    [InlineData("2026-07-01 13:30", TradingStatus.Open)]
    public void New_York_is_what_its_clock_says(string utc, TradingStatus status) => Assert.Equal(status, NewYork.StatusAt(Ns(utc)));

    [Theory]
    [InlineData("2026-11-25 14:30", "2026-11-25 21:00:00")]
    [InlineData("2026-11-25 21:00", "2026-11-26 05:00:00")]
    [InlineData("2026-11-26 05:00", "2026-11-27 09:00:00")]
    [InlineData("2026-11-27 18:00", "2026-11-30 09:00:00")]
    [InlineData("2026-03-06 21:00", "2026-03-09 08:00:00")]
    [InlineData("2026-10-30 20:00", "2026-11-02 09:00:00")]
    public void The_next_change_lies_behind_weekends_holidays_and_changes_of_the_clocks(string utc, string next) => Assert.Equal(next, Text(NewYork.NextAfter(Ns(utc))));

    [Theory]
    [InlineData("2026-07-05 21:59", TradingStatus.Closed)]
    [InlineData("2026-07-05 22:00", TradingStatus.Open)]
    [InlineData("2026-07-06 05:00", TradingStatus.Open)]
    [InlineData("2026-07-06 21:00", TradingStatus.Closed)]
    [InlineData("2026-07-06 22:00", TradingStatus.Open)]
    [InlineData("2026-07-10 21:00", TradingStatus.Closed)]
    [InlineData("2026-07-11 12:00", TradingStatus.Closed)]
    public void A_session_runs_over_midnight(string utc, TradingStatus status) => Assert.Equal(status, Chicago.StatusAt(Ns(utc)));

    [Fact]
    public void A_time_that_is_left_out_is_the_moment_of_the_change_and_one_that_comes_twice_its_first()
    {
        TradingCalendar early = new(
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
            new Dictionary<DayOfWeek, IReadOnlyList<SessionPhase>> { [DayOfWeek.Sunday] = Phases("01:30 Open", "02:30 Closed") },
            new Dictionary<DateOnly, IReadOnlyList<SessionPhase>>());

        // 2026-03-08: 01:59:59 EST is followed by 03:00:00 EDT. 2026-11-01: 01:59:59 EDT is followed by 01:00:00 EST.
        Assert.Equal("2026-03-08 06:30:00", Text(early.NextAfter(Ns("2026-03-08 00:00"))));
        Assert.Equal("2026-03-08 07:00:00", Text(early.NextAfter(Ns("2026-03-08 06:30"))));
        Assert.Equal("2026-11-01 05:30:00", Text(early.NextAfter(Ns("2026-11-01 00:00"))));
        Assert.Equal("2026-11-01 07:30:00", Text(early.NextAfter(Ns("2026-11-01 05:30"))));
    }

    [Fact]
    public void Every_change_of_a_year_is_where_the_state_changes()
    {
        foreach (TradingCalendar calendar in (TradingCalendar[])[NewYork, Chicago])
        {
            long at = Ns("2026-01-01 00:00");
            int changes = 0;
            for (long next = calendar.NextAfter(at); next < Ns("2027-01-01 00:00"); next = calendar.NextAfter(at))
            {
                Assert.True(next > at);
                Assert.Equal(calendar.StatusAt(at), calendar.StatusAt(next - 100));
                Assert.Equal(calendar.StatusAt(at), calendar.StatusAt(at + ((next - at) / 2)));
                at = next;
                changes++;
            }

            Assert.True(changes > 500, $"{changes} changes in a year");
        }
    }

    [Fact]
    public void A_clock_says_where_each_venue_stands_and_then_every_change_in_order()
    {
        SessionClock clock = new([new(new VenueId(1), NewYork), new(new VenueId(2), Chicago)], Ns("2026-07-10 13:00"));
        List<string> said = [];
        while (clock.TryTake(Ns("2026-07-12 23:00"), out VenueId venue, out TradingStatus status, out long timeNs))
        {
            said.Add($"{Text(timeNs)} {venue.Value} {status}");
        }

        Assert.Equal(
            [
                "2026-07-10 13:00:00 1 PreOpen", "2026-07-10 13:00:00 2 Open", "2026-07-10 13:30:00 1 Open", "2026-07-10 20:00:00 1 Closed",
                "2026-07-10 21:00:00 2 Closed", "2026-07-12 22:00:00 2 Open",
            ],
            said);
        Assert.Equal("2026-07-13 08:00:00", Text(clock.NextNs));
        Assert.Equal(long.MaxValue, new SessionClock([], 0).NextNs);
    }

    [Fact]
    public void A_calendar_that_cannot_be_is_refused()
    {
        static string Fault(params string[] phases) => Assert.Throws<ArgumentException>(() => new TradingCalendar(
            TimeZoneInfo.Utc,
            new Dictionary<DayOfWeek, IReadOnlyList<SessionPhase>> { [DayOfWeek.Monday] = Phases(phases) },
            new Dictionary<DateOnly, IReadOnlyList<SessionPhase>>())).Message;
        Assert.Equal("Monday: phases[1].at=09:00:00 must be after 09:30:00", Fault("09:30 Open", "09:00 Closed"));
        Assert.Equal("Monday: phases[0].status=Unknown is no state of a session", Fault("09:30 Unknown"));
        Assert.StartsWith("a calendar needs a phase", Fault(), StringComparison.Ordinal);
    }
}
