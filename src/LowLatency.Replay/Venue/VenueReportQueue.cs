using System.Runtime.CompilerServices;
using LowLatency.Trading.Venues;

namespace LowLatency.Replay.Venue;

/// <summary>A simulated venue's reports until the driver takes them: first in, first out, preallocated. One thread.</summary>
#pragma warning disable CA1711 // The name says what it is.
public sealed class VenueReportQueue
#pragma warning restore CA1711
{
    private readonly VenueReport[] _reports;
    private int _taken;
    private int _added;

    /// <summary>Takes memory for the most reports one call of the venue may cause.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public VenueReportQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _reports = new VenueReport[capacity];
    }

    /// <summary>A zeroed report at the tail, to be filled in at once.</summary>
    /// <exception cref="InvalidOperationException">One call caused more reports than there is room for; nothing may be lost, so the run must end.</exception>
    public ref VenueReport Add()
    {
        if (_added == _reports.Length)
        {
            ThrowFull();
        }

        ref VenueReport report = ref _reports[_added++];
        report = default;
        return ref report;
    }

    /// <summary>Takes the oldest report.</summary>
    /// <returns>False when there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out VenueReport report)
    {
        if (_taken == _added)
        {
            report = default;
            _taken = _added = 0;
            return false;
        }

        report = _reports[_taken++];
        return true;
    }

    private void ThrowFull() =>
        throw new InvalidOperationException($"one event caused more than venueReports={_reports.Length} reports of the simulated venue: configure more");
}
