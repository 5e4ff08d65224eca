namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Reads a recording message by message; lines that are no message are counted and passed over.</summary>
internal sealed class BinanceFileReader(string path, FeedAnomalies anomalies) : IDisposable
{
    private readonly BinanceLineReader _lines = new(path, anomalies);
    private readonly BinanceParser _parser = new();

    /// <summary>The message <see cref="TryRead"/> came to; valid until the next call.</summary>
    public BinanceMessage Message => _parser.Message;

    /// <summary>Where its line begins in the decompressed content.</summary>
    public long Offset => _lines.LineOffset;

    /// <summary>Whether the file is compressed.</summary>
    public bool IsGzip => _lines.IsGzip;

    /// <summary>Bytes of the file as it lies on disk.</summary>
    public long SizeBytes => _lines.SizeBytes;

    /// <summary>How far through the file it is.</summary>
    public long Position => _lines.Position;

    /// <summary>Goes to the next message; false at the end.</summary>
    public bool TryRead()
    {
        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            FeedAnomalyKind fault = _parser.Parse(line, out string? note);
            if (fault == FeedAnomalyKind.None)
            {
                return true;
            }

            if (fault == FeedAnomalyKind.Malformed && !_lines.IsTerminated)
            {
                anomalies.Add(FeedAnomalyKind.CutTail, Offset, (ulong)line.Length);
            }
            else
            {
                anomalies.Add(fault, Offset, note: note);
            }
        }

        return false;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _lines.Dispose();
}
