using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;

namespace LowLatency.Markets.Recording;

/// <summary>What a look through every record of a recording found.</summary>
/// <remarks>Counts are of sound blocks; an event that stands twice, once for each clock, is counted in its local record only.</remarks>
public sealed class RecordingInspection
{
    private readonly long[] _byKind = new long[Enum.GetValues<MarketEventKind>().Length];
    private readonly long[] _byInstrument;
    private readonly List<string> _anomalies = [];

    private RecordingInspection(InstrumentTable instruments)
    {
        Instruments = instruments;
        _byInstrument = new long[instruments.Count + 1];
    }

    /// <summary>The recording's instruments.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>Events counted.</summary>
    public long Events { get; private set; }

    /// <summary>Records of faulty blocks.</summary>
    public long RecordsLost { get; private set; }

    /// <summary>Faulty blocks, and where the header does not say what the records show: one line each, with <c>name=value</c>.</summary>
    public IReadOnlyList<string> Anomalies => _anomalies;

    /// <summary>Events of a kind.</summary>
    public long CountOf(MarketEventKind kind) => _byKind[(int)kind];

    /// <summary>Events of an instrument; of none: those of the whole market.</summary>
    public long CountOf(Primitives.Identity.InstrumentId instrument) => _byInstrument[instrument.Value];

    /// <summary>Reads and checks every record.</summary>
    public static RecordingInspection Of(RecordingReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        RecordingInspection inspection = new(reader.Instruments);
        RecordingStatistics statistics = default;
        for (long block = 0; block < reader.BlockCount; block++)
        {
            if (reader.Check(block) is { } fault)
            {
                inspection._anomalies.Add(fault.ToString());
                inspection.RecordsLost += fault.RecordsLost;
                continue;
            }

            foreach (ref readonly MarketEvent record in reader.Block(block))
            {
                statistics.Add(record);
                inspection.Count(record);
            }
        }

        if (inspection.RecordsLost == 0)
        {
            inspection.Compare(reader, statistics);
        }

        return inspection;
    }

    private void Count(in MarketEvent record)
    {
        if ((record.Flags & MarketEventFlags.ExchangeOnly) != 0)
        {
            return;
        }

        Events++;
        _byKind[(int)record.Kind]++;
        _byInstrument[record.Instrument.Value]++;
    }

    private void Compare(RecordingReader reader, in RecordingStatistics found)
    {
        Expect("contents", (long)reader.Contents, (long)found.ContentsUnder(reader.Order));
        Expect("earliestLocalNs", reader.EarliestLocalNs, found.EarliestLocalNs);
        Expect("latestLocalNs", reader.LatestLocalNs, found.LatestLocalNs);
        Expect("earliestExchangeNs", reader.EarliestExchangeNs, found.EarliestExchangeNs);
        Expect("latestExchangeNs", reader.LatestExchangeNs, found.LatestExchangeNs);
        Expect("localReversals", reader.LocalReversals, found.LocalReversals);
        Expect("exchangeReversals", reader.ExchangeReversals, found.ExchangeReversals);
    }

    private void Expect(string name, long header, long records)
    {
        if (header != records)
        {
            _anomalies.Add($"{name}={header} in the header but {records} in the records");
        }
    }
}
