using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;

namespace LowLatency.Replay.Generation;

/// <summary>
/// A trading session that never was, order by order: seeded, in integer arithmetic, the same bytes on every machine. An event source like a
/// recording; one thread.
/// </summary>
/// <remarks>
/// Every instrument opens with a book quoted before the opening, trades continuously, and closes. Order references and match numbers count up over all
/// instruments. Exchange and local times never decrease; the events of one taker share an exchange time.
/// </remarks>
public sealed class SessionGenerator : IMarketEventSource
{
    private const long OpeningNs = 1_000_000_000;

    // Activity counts in 1/65536: calm is one; each trade adds some, and a share of what is above calm goes with each action.
    private const long Calm = 1 << 16;
    private const long MostActive = 40 * Calm;
    private const long PerTrade = 6 * Calm;
    private const int DecayBits = 5;
    private readonly SessionOptions _options;
    private readonly SessionRandom _random;
    private readonly SessionTape _tape;
    private readonly List<SessionMarket> _markets = [];
    private readonly int _weights;
    private long _activity = Calm;
    private int _taken;
    private bool _opened;
    private bool _closed;

    /// <summary>Begins a session.</summary>
    /// <exception cref="ArgumentException">Lists every fault of the options.</exception>
    public SessionGenerator(SessionOptions? options = null)
    {
        _options = options ?? new SessionOptions();
        IReadOnlyList<string> faults = _options.Faults();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }

        _random = new SessionRandom(_options.Seed);
        _tape = new SessionTape(_options, _random);
        foreach (SessionInstrument one in _options.Instruments)
        {
            Instrument instrument = Instruments.Add(one.Symbol, one.Currency, one.TickSize, one.LotSize);
            _markets.Add(new SessionMarket(one, instrument.Id, _random, _tape));
            _weights += one.Weight;
        }
    }

    /// <inheritdoc/>
    public InstrumentTable Instruments { get; } = new();

    /// <summary>Generates a whole session into memory as a recording, at most some 30 million events; a writer on a file takes any number.</summary>
    /// <exception cref="ArgumentException">Lists every fault of the options.</exception>
    public static byte[] ToRecording(SessionOptions? options = null)
    {
        using SessionGenerator session = new(options);
        using MemoryStream stream = new((int)Math.Min(session._options.Events, 1 << 24) * MarketEvent.Size);
        using RecordingWriter writer = new(stream, session.Instruments, RecordingOrder.Both, session.Description, leaveOpen: true);
        writer.AppendAll(session);
        writer.Complete();
        return stream.ToArray();
    }

    /// <summary>The session in words, for a recording's source.</summary>
    public string Description => $"generated session, seed {_options.Seed}, {_options.Events} events";

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        int written = 0;
        while (written < destination.Length)
        {
            if (_taken == _tape.Events.Count)
            {
                _tape.Clear();
                _taken = 0;
                if (!Advance())
                {
                    break;
                }
            }

            while (written < destination.Length && _taken < _tape.Events.Count)
            {
                destination[written++] = _tape.Events[_taken++];
            }
        }

        return written;
    }

    /// <summary>Holds nothing that needs it.</summary>
    public void Dispose()
    {
    }

    private bool Advance()
    {
        if (_closed)
        {
            return false;
        }

        if (!_opened)
        {
            Open();
            return true;
        }

        long gapNs = _random.Exponential(_options.CalmGapNs) * Calm / _activity;
        long closeNs = _options.StartNs + OpeningNs + _options.DurationNs;
        if (_tape.Count >= _options.Events - _markets.Count || _tape.NowNs + gapNs >= closeNs)
        {
            Announce(TradingStatus.Closed);
            _closed = true;
            return true;
        }

        _tape.NowNs += gapNs;
        bool traded = PickMarket().Act();
        _activity -= (_activity - Calm) >> DecayBits;
        _activity = Math.Min(MostActive, _activity + (traded ? PerTrade : 0));
        return true;
    }

    private void Open()
    {
        Announce(TradingStatus.PreOpen);
        int orders = _markets.Max(market => market.OpeningOrders);
        for (int i = 0; i < orders; i++)
        {
            _tape.NowNs += OpeningNs / 2 / orders;
            foreach (SessionMarket market in _markets)
            {
                if (i < market.OpeningOrders)
                {
                    market.Quote();
                }
            }
        }

        _tape.NowNs = _options.StartNs + OpeningNs;
        Announce(TradingStatus.Open);
        _opened = true;
    }

    private void Announce(TradingStatus status)
    {
        foreach (SessionMarket market in _markets)
        {
            market.Announce(status);
        }
    }

    private SessionMarket PickMarket()
    {
        int share = _random.Below(_weights);
        int i = 0;
        while (share >= _options.Instruments[i].Weight)
        {
            share -= _options.Instruments[i++].Weight;
        }

        return _markets[i];
    }
}
