using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;

namespace LowLatency.Markets.Sessions;

/// <summary>What the calendars of several venues say, in the order of time: first where each stands at the start, then every change. One thread.</summary>
public sealed class SessionClock
{
    private readonly VenueId[] _venues;
    private readonly TradingCalendar[] _calendars;
    private readonly long[] _next;

    /// <summary>Starts at a moment; what each venue's state is then comes first.</summary>
    /// <param name="calendars">The venues that have a calendar, each once.</param>
    /// <param name="startNs">ns since 1970-01-01 UTC.</param>
    public SessionClock(IEnumerable<KeyValuePair<VenueId, TradingCalendar>> calendars, long startNs)
    {
        KeyValuePair<VenueId, TradingCalendar>[] all = [.. calendars];
        _venues = [.. all.Select(one => one.Key)];
        _calendars = [.. all.Select(one => one.Value)];
        _next = [.. all.Select(_ => startNs)];
    }

    /// <summary>When the next state begins, ns since 1970-01-01 UTC; <see cref="long.MaxValue"/> where none does.</summary>
    public long NextNs => _next.Length == 0 ? long.MaxValue : _next.Min();

    /// <summary>Takes the next state that has begun by <paramref name="nowNs"/>; of several at one moment that of the venue that was given first.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake(long nowNs, out VenueId venue, out TradingStatus status, out long timeNs)
    {
        timeNs = NextNs;
        (venue, status) = (default, default);
        if (timeNs > nowNs || timeNs == long.MaxValue)
        {
            return false;
        }

        int index = Array.IndexOf(_next, timeNs);
        venue = _venues[index];
        status = _calendars[index].StatusAt(timeNs);
        _next[index] = _calendars[index].NextAfter(timeNs);
        return true;
    }
}
