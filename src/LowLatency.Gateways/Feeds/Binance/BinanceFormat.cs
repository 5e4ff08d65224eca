using LowLatency.Markets.Data;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>
/// Recordings of Binance USD-M futures streams: a line is the receive time in ns since 1970-01-01 UTC, a space, and the JSON of the stream
/// (<c>depthUpdate</c>, <c>trade</c>, <c>bookTicker</c>) or of a REST depth snapshot. Plain or gzip.
/// </summary>
/// <remarks>
/// A snapshot names no symbol: it is taken as of the only symbol of the file, and left out and counted where there are several. Depth updates that repeat or skip update
/// ids are used and counted. Of trades only those with <c>X</c> = <c>MARKET</c> are used.
/// </remarks>
public sealed class BinanceFormat : IFeedFormat
{
    private readonly BinanceOptions _options;

    /// <summary>With the options of every file opened.</summary>
    /// <exception cref="ArgumentException">Lists every fault.</exception>
    public BinanceFormat(BinanceOptions? options = null)
    {
        _options = options ?? new BinanceOptions();
        List<string> faults = [];
        if (_options.TickSize is { Raw: <= 0 } tick)
        {
            faults.Add($"tickSize={tick} must be above 0");
        }

        if (_options.LotSize is { Raw: <= 0 } lot)
        {
            faults.Add($"lotSize={lot} must be above 0");
        }

        if (_options.Currency is { } currency && (currency.Length is 0 or > 8 || currency.Any(c => c is <= ' ' or >= (char)127)))
        {
            faults.Add($"currency='{currency}' must be 1 to 8 printable ASCII characters without spaces");
        }

        if (_options.MaxPendingEvents < 1)
        {
            faults.Add($"maxPendingEvents={_options.MaxPendingEvents} must be at least 1");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }
    }

    /// <inheritdoc/>
    public string Name => "Binance USD-M futures stream";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> head)
    {
        int digits = head.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits is >= 16 and <= 19 && head[digits..].StartsWith(" {\""u8);
    }

    /// <inheritdoc/>
    public FeedInspection Inspect(string path, IProgress<long>? progress = null)
    {
        FeedAnomalies anomalies = new();
        BinanceSurvey survey = BinanceSurvey.Of(path, _options.IncludeQuotes, anomalies, progress);
        FeedTypeCount[] types =
        [
            new("depthUpdate", "changed levels", survey.CountOf(BinanceMessageKind.DepthUpdate)),
            new("trade", "trade at market", survey.CountOf(BinanceMessageKind.Trade)),
            new("trade", "other trade: not used", survey.OtherTrades),
            new("bookTicker", "best bid and offer", survey.CountOf(BinanceMessageKind.BookTicker)),
            new("depth", "REST snapshot", survey.CountOf(BinanceMessageKind.Snapshot)),
        ];
        return new FeedInspection(
            survey.IsGzip ? $"{Name}, gzip" : Name,
            survey.SizeBytes,
            types.Sum(type => type.Messages),
            [.. types.Where(type => type.Messages > 0).OrderByDescending(type => type.Messages)],
            [.. survey.Symbols.Select(symbol => new FeedSymbolCount(symbol.Name, symbol.Messages))],
            survey.FirstReceiveNs,
            survey.LastReceiveNs,
            FeedTimeOrigin.UnixEpoch,
            anomalies);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Prices and quantities are in units of the last decimal that the file writes of the symbol's prices and quantities (<c>63943.90</c> is 6394390,
    /// <c>46.371</c> is 46371); the time is the line's receive time as it stands. Only depth updates and snapshots change the book.
    /// </remarks>
    public FeedBookSummary WriteBestBidOffer(string path, string symbol, Stream output, IProgress<long>? progress = null) =>
        BinanceBestBidOffer.Write(path, symbol, output, progress);

    /// <inheritdoc/>
    public IMarketEventSource OpenEvents(string path, FeedImportOptions options, FeedAnomalies anomalies) => Open(path, options, anomalies);

    /// <summary>As <see cref="OpenEvents"/>, with what only these recordings have.</summary>
    public BinanceEventSource Open(string path, FeedImportOptions options, FeedAnomalies anomalies)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(anomalies);
        return new BinanceEventSource(path, options.Symbol, _options, anomalies);
    }
}
