using LowLatency.Markets.Data;

namespace LowLatency.Markets.Sessions;

/// <summary>When a venue trades: the phases of each weekday in its own time zone, days that have others (half days) and days that have none (holidays). Immutable; any thread may read.</summary>
/// <remarks>
/// A phase lasts until the next, over midnight too: a session that opens on Sunday evening is a phase of Sunday. A holiday begins with <see cref="TradingStatus.Closed"/> at midnight
/// and ends with the next day's first phase; before the first phase there is, a venue is closed.
/// A local time that a change of the clocks leaves out is the moment of the change; one that comes twice is its first.
/// </remarks>
public sealed class TradingCalendar
{
    /// <summary>Phases lie at most so many days apart; where a year and more is nothing but holidays, nothing comes.</summary>
    private const int SearchDays = 400;

    private readonly TimeZoneInfo _zone;
    private readonly SessionPhase[][] _week;
    private readonly Dictionary<DateOnly, SessionPhase[]> _days;

    /// <summary>Makes a calendar.</summary>
    /// <param name="zone">The venue's time zone.</param>
    /// <param name="week">The phases of each weekday; a day without has none.</param>
    /// <param name="days">Days that have phases of their own; none for a holiday.</param>
    /// <exception cref="ArgumentException">The phases of a day are not in the order of their times, or a status is none; or there is no phase at all.</exception>
    public TradingCalendar(TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<SessionPhase>> week, IReadOnlyDictionary<DateOnly, IReadOnlyList<SessionPhase>> days)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(days);
        _zone = zone;
        _week = [.. Enum.GetValues<DayOfWeek>().Select(day => Checked($"{day}", week.GetValueOrDefault(day, [])))];
        _days = days.ToDictionary(day => day.Key, day => day.Value.Count == 0 ? [new SessionPhase(TimeOnly.MinValue, TradingStatus.Closed)] : Checked($"{day.Key:yyyy-MM-dd}", day.Value));
        if (_week.All(day => day.Length == 0))
        {
            throw new ArgumentException("a calendar needs a phase on at least one day of the week", nameof(week));
        }
    }

    /// <summary>The state at a moment.</summary>
    /// <param name="timeNs">ns since 1970-01-01 UTC.</param>
    public TradingStatus StatusAt(long timeNs)
    {
        DateOnly day = LocalDay(timeNs).AddDays(1);
        for (int back = 0; back <= SearchDays; back++)
        {
            SessionPhase[] phases = PhasesOf(day.AddDays(-back));
            for (int i = phases.Length - 1; i >= 0; i--)
            {
                if (Moment(day.AddDays(-back), phases[i].At) <= timeNs)
                {
                    return phases[i].Status;
                }
            }
        }

        return TradingStatus.Closed;
    }

    /// <summary>When the next phase begins after a moment, ns since 1970-01-01 UTC; <see cref="long.MaxValue"/> where none does within a year and more.</summary>
    public long NextAfter(long timeNs)
    {
        DateOnly day = LocalDay(timeNs).AddDays(-1);
        for (int ahead = 0; ahead <= SearchDays; ahead++)
        {
            foreach (SessionPhase phase in PhasesOf(day.AddDays(ahead)))
            {
                long moment = Moment(day.AddDays(ahead), phase.At);
                if (moment > timeNs)
                {
                    return moment;
                }
            }
        }

        return long.MaxValue;
    }

    private SessionPhase[] PhasesOf(DateOnly day) => _days.TryGetValue(day, out SessionPhase[]? own) ? own : _week[(int)day.DayOfWeek];

    private DateOnly LocalDay(long timeNs) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddTicks(timeNs / TimeSpan.NanosecondsPerTick), _zone));

    private long Moment(DateOnly day, TimeOnly at)
    {
        DateTime local = day.ToDateTime(at);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1).AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        TimeSpan offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return (local - offset - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
    }

    private static SessionPhase[] Checked(string day, IReadOnlyList<SessionPhase> phases)
    {
        for (int i = 0; i < phases.Count; i++)
        {
            if (!Enum.IsDefined(phases[i].Status) || phases[i].Status == TradingStatus.Unknown)
            {
                throw new ArgumentException($"{day}: phases[{i}].status={phases[i].Status} is no state of a session");
            }

            if (i > 0 && phases[i].At <= phases[i - 1].At)
            {
                throw new ArgumentException($"{day}: phases[{i}].at={phases[i].At:HH:mm:ss} must be after {phases[i - 1].At:HH:mm:ss}");
            }
        }

        return [.. phases];
    }
}
