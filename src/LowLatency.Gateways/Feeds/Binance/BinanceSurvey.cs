namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>A look through a whole recording: what it holds, and what must be known of all of it before the first event can be made.</summary>
internal sealed class BinanceSurvey
{
    private const int MaxSymbols = 1024;
    private const int MessagesPerProgress = 4096;
    private readonly FeedAnomalies _anomalies;
    private readonly bool _includeQuotes;
    private readonly List<BinanceSymbol> _symbols = [];
    private readonly List<(long Offset, long Id)> _snapshots = [];
    private readonly BinanceSymbol _ofSnapshots = new([]);
    private readonly long[] _byKind = new long[Enum.GetValues<BinanceMessageKind>().Length];
    private long _snapshotsBeyond;
    private long _latestExchangeNs = long.MinValue;
    private long _latestReceiveNs = long.MinValue;
    private long _smallestDelayNs = long.MaxValue;

    private BinanceSurvey(FeedAnomalies anomalies, bool includeQuotes)
    {
        _anomalies = anomalies;
        _includeQuotes = includeQuotes;
    }

    /// <summary>The symbols in the order in which the file introduces them.</summary>
    public IReadOnlyList<BinanceSymbol> Symbols => _symbols;

    /// <summary>Trades that were not made at market (liquidations, insurance fund and the like): not used.</summary>
    public long OtherTrades { get; private set; }

    /// <summary>
    /// What is added to receive times so that no event is received before it happened: the largest amount by which the receive time of a
    /// line that becomes events is before its transaction time; 0 when there is none.
    /// </summary>
    public long OffsetNs => _smallestDelayNs < 0 ? -_smallestDelayNs : 0;

    /// <summary>The largest distance by which a transaction time is before one of an earlier line, of lines that become events.</summary>
    public long ExchangeLagNs { get; private set; }

    /// <summary>The same of receive times.</summary>
    public long ReceiveLagNs { get; private set; }

    /// <summary>The smallest receive time of a message; 0 without messages.</summary>
    public long FirstReceiveNs { get; private set; }

    /// <summary>The largest receive time of a message; 0 without messages.</summary>
    public long LastReceiveNs { get; private set; }

    /// <summary>Whether the file is compressed.</summary>
    public bool IsGzip { get; private set; }

    /// <summary>Bytes of the file as it lies on disk.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>The only symbol, which the snapshots are of; null when there are none or several.</summary>
    public BinanceSymbol? SnapshotSymbol => _symbols.Count == 1 ? _symbols[0] : null;

    /// <summary>Messages of a kind.</summary>
    public long CountOf(BinanceMessageKind kind) => _byKind[(int)kind];

    /// <summary>Looks through a file.</summary>
    public static BinanceSurvey Of(string path, bool includeQuotes, FeedAnomalies anomalies, IProgress<long>? progress)
    {
        BinanceSurvey survey = new(anomalies, includeQuotes);
        using BinanceFileReader file = new(path, anomalies);
        for (long messages = 0; file.TryRead(); messages++)
        {
            survey.Add(file.Message, file.Offset);
            if (messages % MessagesPerProgress == 0)
            {
                progress?.Report(file.Position);
            }
        }

        survey.IsGzip = file.IsGzip;
        survey.SizeBytes = file.SizeBytes;
        progress?.Report(file.SizeBytes);
        survey.PlaceSnapshots();
        return survey;
    }

    /// <summary>The symbol of a message; null when it has none that is known.</summary>
    public BinanceSymbol? SymbolOf(BinanceMessage message) =>
        message.Kind == BinanceMessageKind.Snapshot ? SnapshotSymbol : Find(message.Symbol);

    private BinanceSymbol? Find(ReadOnlySpan<byte> name)
    {
        foreach (BinanceSymbol symbol in _symbols)
        {
            if (symbol.Is(name))
            {
                return symbol;
            }
        }

        return null;
    }

    private void Add(BinanceMessage message, long offset)
    {
        if (message.Kind == BinanceMessageKind.Other)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownType, offset, note: "stream event not known");
            return;
        }

        BinanceSymbol? symbol = message.Kind == BinanceMessageKind.Snapshot ? _ofSnapshots : FindOrAdd(message.Symbol);
        if (symbol is null)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSymbol, offset, note: "too many symbols");
            return;
        }

        FirstReceiveNs = LastReceiveNs == 0 ? message.ReceiveTimeNs : Math.Min(FirstReceiveNs, message.ReceiveTimeNs);
        LastReceiveNs = Math.Max(LastReceiveNs, message.ReceiveTimeNs);
        if (message.Kind == BinanceMessageKind.Trade && !message.IsMarketTrade)
        {
            OtherTrades++;
            return;
        }

        _byKind[(int)message.Kind]++;
        symbol.Add(message);
        if (message.Kind == BinanceMessageKind.DepthUpdate)
        {
            symbol.CheckChain(message, offset, _anomalies);
        }
        else if (message.Kind == BinanceMessageKind.Snapshot)
        {
            AddSnapshot(message, offset);
        }

        if (BinanceEvents.CountOf(message, _includeQuotes) > 0)
        {
            AddTimes(message, offset);
        }
    }

    private void AddSnapshot(BinanceMessage message, long offset)
    {
        SnapshotSymbol?.AddSnapshot(message.SnapshotId);
        if (_snapshots.Count < MaxSymbols)
        {
            _snapshots.Add((offset, message.SnapshotId));
        }
        else
        {
            _snapshotsBeyond++;
        }
    }

    private void AddTimes(BinanceMessage message, long offset)
    {
        _smallestDelayNs = Math.Min(_smallestDelayNs, message.ReceiveTimeNs - message.ExchangeTimeNs);
        _latestExchangeNs = Math.Max(_latestExchangeNs, message.ExchangeTimeNs);
        _latestReceiveNs = Math.Max(_latestReceiveNs, message.ReceiveTimeNs);
        long exchangeLagNs = _latestExchangeNs - message.ExchangeTimeNs;
        long receiveLagNs = _latestReceiveNs - message.ReceiveTimeNs;
        ExchangeLagNs = Math.Max(ExchangeLagNs, exchangeLagNs);
        ReceiveLagNs = Math.Max(ReceiveLagNs, receiveLagNs);
        if (exchangeLagNs > 0)
        {
            _anomalies.Add(FeedAnomalyKind.TimeReversal, offset, (ulong)exchangeLagNs, "transaction time");
        }

        if (receiveLagNs > 0)
        {
            _anomalies.Add(FeedAnomalyKind.TimeReversal, offset, (ulong)receiveLagNs, "receive time");
        }
    }

    private BinanceSymbol? FindOrAdd(ReadOnlySpan<byte> name)
    {
        BinanceSymbol? symbol = Find(name);
        if (symbol is null && _symbols.Count < MaxSymbols)
        {
            symbol = new BinanceSymbol(name);
            _symbols.Add(symbol);
        }

        return symbol;
    }

    private void PlaceSnapshots()
    {
        if (SnapshotSymbol is { } only)
        {
            only.Add(_ofSnapshots);
            return;
        }

        foreach ((long offset, long id) in _snapshots)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSymbol, offset, (ulong)id, "snapshot in a file that has not exactly one symbol");
        }

        for (; _snapshotsBeyond > 0; _snapshotsBeyond--)
        {
            _anomalies.Add(FeedAnomalyKind.UnknownSymbol, _snapshots[^1].Offset, note: "further snapshots");
        }
    }
}
