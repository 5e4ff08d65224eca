using LowLatency.Markets.Data;

namespace LowLatency.Markets.Recording;

/// <summary>What the header says about the records: gathered while they are written, and again when a recording is inspected.</summary>
internal struct RecordingStatistics
{
    private long _lastLocalNs;
    private long _lastExchangeNs;
    private bool _any;
    private bool _anyLocal;
    private bool _anyExchange;

    public RecordingContents Contents { get; private set; }

    public long EarliestLocalNs { get; private set; }

    public long LatestLocalNs { get; private set; }

    public long EarliestExchangeNs { get; private set; }

    public long LatestExchangeNs { get; private set; }

    public long LocalReversals { get; private set; }

    public long ExchangeReversals { get; private set; }

    /// <summary>Takes in the next record.</summary>
    public void Add(in MarketEvent record)
    {
        Contents |= RecordCheck.ContentsOf(record);
        EarliestLocalNs = _any ? Math.Min(EarliestLocalNs, record.LocalTimeNs) : record.LocalTimeNs;
        LatestLocalNs = _any ? Math.Max(LatestLocalNs, record.LocalTimeNs) : record.LocalTimeNs;
        EarliestExchangeNs = _any ? Math.Min(EarliestExchangeNs, record.ExchangeTimeNs) : record.ExchangeTimeNs;
        LatestExchangeNs = _any ? Math.Max(LatestExchangeNs, record.ExchangeTimeNs) : record.ExchangeTimeNs;
        _any = true;
        if ((record.Flags & MarketEventFlags.ExchangeOnly) == 0)
        {
            LocalReversals += _anyLocal && record.LocalTimeNs < _lastLocalNs ? 1 : 0;
            _lastLocalNs = record.LocalTimeNs;
            _anyLocal = true;
        }

        if ((record.Flags & MarketEventFlags.LocalOnly) == 0)
        {
            ExchangeReversals += _anyExchange && record.ExchangeTimeNs < _lastExchangeNs ? 1 : 0;
            _lastExchangeNs = record.ExchangeTimeNs;
            _anyExchange = true;
        }
    }

    /// <summary>Contents with the reversed flag as it follows from the clock the recording is ordered by.</summary>
    public readonly RecordingContents ContentsUnder(RecordingOrder order)
    {
        long reversals = (order == RecordingOrder.Exchange ? 0 : LocalReversals) + (order == RecordingOrder.Local ? 0 : ExchangeReversals);
        return reversals > 0 ? Contents | RecordingContents.Reversed : Contents;
    }
}
