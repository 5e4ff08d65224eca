using System.Globalization;
using LowLatency.Markets.Data;
using LowLatency.Markets.Sessions;

namespace LowLatency.Hosting.Configuration;

/// <summary>Reads a calendar: time zone, the phases of a week, and days that have others or none.</summary>
internal static class CalendarSettingsReader
{
    private const string Days = "a weekday, or two with a hyphen between them: monday, or monday-friday";
    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss"];

    /// <summary>The calendar; null, with faults, where it cannot be.</summary>
    public static TradingCalendar? Read(SettingsReader map)
    {
        TimeZoneInfo? zone = null;
        map.Text("timeZone", "a time zone this machine knows: UTC, Europe/London, America/New_York", text => text.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone));
        SortedDictionary<DayOfWeek, List<SessionPhase>> week = [];
        foreach (SettingsReader phase in map.List("phases", isRequired: true))
        {
            List<DayOfWeek> days = [];
            phase.Text("days", Days, text => TryDays(text, days));
            SessionPhase read = Phase(phase);
            days.ForEach(day => Add(week, day, read));
        }

        Dictionary<DateOnly, IReadOnlyList<SessionPhase>> own = [];
        foreach (SettingsReader day in map.List("exceptions", isRequired: false))
        {
            DateOnly date = default;
            string text = day.Text("date", "a date as 2026-12-25", value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));
            SessionPhase[] phases = [.. day.List("phases", isRequired: false).Select(Phase)];
            day.Close();
            if (text.Length > 0 && !own.TryAdd(date, phases))
            {
                day.Fault("date", text, "is there already");
            }
        }

        map.Close();
        if (zone is null || week.Count == 0)
        {
            return null;
        }

        try
        {
            return new TradingCalendar(zone, week.ToDictionary(day => day.Key, day => (IReadOnlyList<SessionPhase>)[.. day.Value.OrderBy(phase => phase.At)]), own);
        }
        catch (ArgumentException wrong)
        {
            map.Refuse(wrong.Message);
            return null;
        }
    }

    private static SessionPhase Phase(SettingsReader map)
    {
        TimeOnly at = default;
        map.Text("at", "a time of day as 09:30 or 09:30:00", text => TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out at));
        TradingStatus status = map.OneOf("status", SettingNames.SessionStates);
        map.Close();
        return new SessionPhase(at, status);
    }

    private static void Add(SortedDictionary<DayOfWeek, List<SessionPhase>> week, DayOfWeek day, SessionPhase phase)
    {
        if (!week.TryGetValue(day, out List<SessionPhase>? phases))
        {
            week.Add(day, phases = []);
        }

        phases.Add(phase);
    }

    /// <summary>From the first day to the second, over the end of the week where the second comes before.</summary>
    private static bool TryDays(string text, List<DayOfWeek> days)
    {
        string[] ends = text.Split('-');
        if (ends.Length > 2 || !TryDay(ends[0], out DayOfWeek first) || !TryDay(ends[^1], out DayOfWeek last))
        {
            return false;
        }

        for (DayOfWeek day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            days.Add(day);
            if (day == last)
            {
                return true;
            }
        }
    }

    private static bool TryDay(string text, out DayOfWeek day) => Enum.TryParse(text.Trim(), ignoreCase: true, out day) && Enum.IsDefined(day) && !char.IsAsciiDigit(text.Trim()[0]);
}
