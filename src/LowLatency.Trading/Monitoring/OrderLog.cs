using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Monitoring;

/// <summary>Places for orders with the last so many entries of their history, all preallocated.</summary>
internal sealed class OrderLog(int places, int entries)
{
    private readonly OrderSnapshot[] _orders = new OrderSnapshot[places];
    private readonly OrderHistoryEntry[] _entries = new OrderHistoryEntry[(long)places * entries];
    private readonly int[] _counts = new int[places];

    /// <summary>The order in a place.</summary>
    public ref OrderSnapshot this[int place] => ref _orders[place];

    /// <summary>Empties a place for another order.</summary>
    public void Begin(int place, in OrderSnapshot order)
    {
        _orders[place] = order;
        _counts[place] = 0;
    }

    /// <summary>Adds what a report says to the history.</summary>
    public void Add(int place, in ExecutionReport report) =>
        _entries[((long)place * entries) + (_counts[place]++ % entries)] = new OrderHistoryEntry(report.Sequence, report.TimeNs, report.ExecType, report.OrdStatus, report.RejectReason);

    /// <summary>Copies the history, the oldest first.</summary>
    /// <returns>How many entries there are, of which as many as fit have been copied.</returns>
    public int CopyHistory(int place, Span<OrderHistoryEntry> into)
    {
        int kept = Math.Min(_counts[place], entries);
        int first = _counts[place] - kept;
        for (int i = 0; i < Math.Min(kept, into.Length); i++)
        {
            into[i] = _entries[((long)place * entries) + ((first + i) % entries)];
        }

        return kept;
    }

    /// <summary>Copies an order with its history from another log.</summary>
    public void CopyFrom(int place, OrderLog other, int otherPlace)
    {
        _orders[place] = other._orders[otherPlace];
        _counts[place] = other._counts[otherPlace];
        Array.Copy(other._entries, (long)otherPlace * entries, _entries, (long)place * entries, entries);
    }
}
