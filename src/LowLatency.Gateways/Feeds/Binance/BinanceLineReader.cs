namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>Cuts a stream into lines with memory for the longest line only.</summary>
internal sealed class BinanceLineReader : IDisposable
{
    /// <summary>The longest line: a depth snapshot of 1,000 levels a side has some 50,000 bytes.</summary>
    public const int MaxLineBytes = 4 << 20;

    private const int FirstBufferBytes = 1 << 16;
    private readonly Stream _content;
    private readonly FileStream _raw;
    private readonly FeedAnomalies _anomalies;
    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _end;
    private long _startOffset;
    private bool _ended;

    /// <summary>Opens a file, plain or gzip.</summary>
    public BinanceLineReader(string path, FeedAnomalies anomalies)
    {
        _content = FeedFile.OpenRead(path, out _raw, out bool isGzip);
        _anomalies = anomalies;
        IsGzip = isGzip;
    }

    /// <summary>Whether the file is compressed.</summary>
    public bool IsGzip { get; }

    /// <summary>Bytes of the file as it lies on disk.</summary>
    public long SizeBytes => _raw.Length;

    /// <summary>How far through the file it is.</summary>
    public long Position => _raw.Position;

    /// <summary>Where the line begins in the decompressed content.</summary>
    public long LineOffset { get; private set; }

    /// <summary>Whether the line ends in a line feed; only the last may not.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>The next line without its end; valid until the next call. Lines too long are counted and passed over.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int scanned = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            scanned = length >= 0 ? scanned + length : _end - _start;
            if (scanned > MaxLineBytes)
            {
                _anomalies.Add(FeedAnomalyKind.Malformed, _startOffset, note: "line too long");
                PassOver();
                scanned = 0;
            }
            else if (length >= 0)
            {
                line = Take(scanned, terminator: 1);
                return true;
            }
            else if (_ended)
            {
                line = Take(scanned, terminator: 0);
                return scanned > 0;
            }
            else
            {
                Fill();
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _content.Dispose();

    private ReadOnlySpan<byte> Take(int length, int terminator)
    {
        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, length);
        LineOffset = _startOffset;
        IsTerminated = terminator > 0;
        Advance(length + terminator);
        return line.Length > 0 && line[^1] == (byte)'\r' ? line[..^1] : line;
    }

    private void Advance(int bytes)
    {
        _start += bytes;
        _startOffset += bytes;
    }

    private void PassOver()
    {
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Advance(length + 1);
                return;
            }

            Advance(_end - _start);
            if (_ended)
            {
                return;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        try
        {
            int read = _content.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _ended = read == 0;
        }
        catch (InvalidDataException)
        {
            _anomalies.Add(FeedAnomalyKind.BrokenCompression, _startOffset + (_end - _start));
            _ended = true;
        }
    }
}
