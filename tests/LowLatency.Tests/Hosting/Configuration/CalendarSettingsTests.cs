using LowLatency.Hosting.Configuration;
using LowLatency.Markets.Data;
using LowLatency.Markets.Sessions;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>Calendars as configurations write them.</summary>
public class CalendarSettingsTests
{
    private static string With(string calendar, string name = "cal") => $"calendars:\n  - name: cal\n{calendar}\n"
        + ConfigurationText.Sound.Replace("- name: NASDAQ", $"- name: NASDAQ\n    calendar: {name}", StringComparison.Ordinal);

    [Fact]
    public void A_venue_with_a_calendar_is_closed_at_first_and_opens_by_its_own_clock()
    {
        RunSettings settings = ConfigurationText.Load(With("""
                timeZone: Europe/London
                phases:
                  - { days: friday-monday, at: 08:00, status: open }
                  - { days: saturday-sunday, at: 07:00:30, status: preOpen }
                  - { days: Monday, at: 16:30, status: CLOSED }
                exceptions:
                  - { date: 2026-12-25 }
                  - { date: 2026-12-26, phases: [ { at: 10:00, status: auction } ] }
            """));
        TradingCalendar calendar = settings.Venues.Single().Calendar!;
        Assert.Equal(TradingStatus.Closed, EngineDefinitions.From(settings).Venues.Single().Status);
        (string Utc, TradingStatus Status)[] expected =
        [
            ("2026-07-03T07:00:00", TradingStatus.Open), ("2026-07-04T06:00:29", TradingStatus.Open), ("2026-07-04T06:00:30", TradingStatus.PreOpen), ("2026-07-06T15:30:00", TradingStatus.Closed),
            ("2026-12-25T12:00:00", TradingStatus.Closed), ("2026-12-26T09:59:59", TradingStatus.Closed), ("2026-12-26T10:00:00", TradingStatus.Auction),
        ];
        foreach ((string utc, TradingStatus status) in expected)
        {
            DateTime time = DateTime.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
            Assert.Equal((utc, status), (utc, calendar.StatusAt((time - DateTime.UnixEpoch).Ticks * 100)));
        }
    }

    [Fact]
    public void Every_fault_of_a_calendar_is_told_at_once() =>
        Assert.Equal(
            [
                "calendars[0].timeZone=Mars/Base must be a time zone this machine knows: UTC, Europe/London, America/New_York",
                "calendars[0].phases[0].days=mon must be a weekday, or two with a hyphen between them: monday, or monday-friday",
                "calendars[0].phases[0].at=24:00 must be a time of day as 09:30 or 09:30:00",
                "calendars[0].phases[0].status=opn must be one of preOpen, open, halted, quotation, closed, auction; did you mean open?",
                "calendars[0].exceptions[0].date=25.12.2026 must be a date as 2026-12-25",
                "calendars[0].exceptions[2].date=2026-12-26 is there already",
                "venues[0].calendar=cla is none of calendars: cal",
            ],
            ConfigurationText.FaultsOf(With(
                """
                    timeZone: Mars/Base
                    phases: [ { days: mon, at: 24:00, status: opn } ]
                    exceptions: [ { date: 25.12.2026 }, { date: 2026-12-26 }, { date: 2026-12-26 } ]
                """,
                "cla")));

    [Fact]
    public void Two_phases_at_one_time_are_refused() =>
        Assert.Equal(
            ["calendars[0]: Tuesday: phases[1].at=09:00:00 must be after 09:00:00"],
            ConfigurationText.FaultsOf(With("""
                    timeZone: UTC
                    phases: [ { days: tuesday, at: 09:00, status: open }, { days: monday-friday, at: 09:00, status: closed } ]
                """)));
}
