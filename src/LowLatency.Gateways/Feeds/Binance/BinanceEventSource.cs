using System.Runtime.InteropServices;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>
/// A recording as events ordered by both clocks (<see cref="RecordingOrder.Both"/>). Reads the file twice: opening looks through all of it for
/// symbols, steps, clock offset and the lags of both clocks; then it is streamed with bounded memory.
/// </summary>
/// <remarks>
/// <see cref="MarketEvent.ExchangeTimeNs"/> is the transaction time T. <see cref="MarketEvent.LocalTimeNs"/> is the receive time plus
/// <see cref="LocalOffsetNs"/>. The messages of all symbols of the file are in one order.
/// </remarks>
public sealed class BinanceEventSource : IMarketEventSource
{
    private readonly BinanceSurvey _survey;
    private readonly BinanceFileReader _file;
    private readonly ClockOrderMerge _merge;
    private readonly List<MarketEvent> _events = [];
    private readonly bool _includeQuotes;
    private bool _ended;

    internal BinanceEventSource(string path, string? symbol, BinanceOptions options, FeedAnomalies anomalies)
    {
        _includeQuotes = options.IncludeQuotes;
        _survey = BinanceSurvey.Of(path, _includeQuotes, anomalies, progress: null);
        foreach (BinanceSymbol one in _survey.Symbols)
        {
            if (symbol is null || one.Name == symbol)
            {
                one.Id = BinanceInstruments.Add(Instruments, one, options, anomalies).Id;
            }
        }

        if (symbol is not null && Instruments.Count == 0)
        {
            throw new ArgumentException($"symbol={symbol} is not in the file, which has {string.Join(", ", _survey.Symbols.Select(s => s.Name))}", nameof(symbol));
        }

        _merge = new ClockOrderMerge(_survey.ExchangeLagNs, _survey.ReceiveLagNs, options.MaxPendingEvents);
        // What is odd has been counted by the survey.
        _file = new BinanceFileReader(path, new FeedAnomalies(keepPerKind: 0));
    }

    /// <inheritdoc/>
    public InstrumentTable Instruments { get; } = new();

    /// <summary>
    /// What was added to the receive times: the largest amount by which a line that becomes events was received before its transaction time, by the
    /// two clocks; 0 when there is none.
    /// </summary>
    public long LocalOffsetNs => _survey.OffsetNs;

    /// <summary>Changes whose order could not be made certain within the bound of memory.</summary>
    public long ForcedOrder => _merge.Forced;

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        int count;
        while ((count = _merge.Read(destination)) == 0 && !destination.IsEmpty && !_ended)
        {
            AddNext();
        }

        return count;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void AddNext()
    {
        if (!_file.TryRead())
        {
            _ended = true;
            _merge.Complete();
            return;
        }

        if (_survey.SymbolOf(_file.Message) is { Id.Value: > 0 } symbol)
        {
            _events.Clear();
            BinanceEvents.Append(_file.Message, symbol.Id, _survey.OffsetNs, _includeQuotes, _events);
            _merge.Add(CollectionsMarshal.AsSpan(_events));
        }
    }
}
