namespace LowLatency.Gateways.Feeds;

/// <summary>A window on a stream that is refilled from the front: bounded memory for files of any size, compressed or not.</summary>
/// <param name="content">The stream; not disposed.</param>
/// <param name="anomalies">Told when compressed data are damaged; the content ends there.</param>
/// <param name="capacityBytes">Size of the window.</param>
public sealed class FeedBuffer(Stream content, FeedAnomalies anomalies, int capacityBytes)
{
    private readonly byte[] _bytes = new byte[capacityBytes];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The bytes that have been read and not been taken.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Bytes from the start of the content to <see cref="Unread"/>.</summary>
    public long Offset { get; private set; }

    /// <summary>Takes bytes from the front of <see cref="Unread"/>.</summary>
    public void Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_end - _start), nameof(count));
        _start += count;
        Offset += count;
    }

    /// <summary>Reads until at least <paramref name="count"/> bytes are unread.</summary>
    /// <returns>False when the content ends before that or the window is smaller.</returns>
    public bool TryHave(int count)
    {
        while (_end - _start < count)
        {
            if (!TryFill())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads some more bytes behind those that are unread.</summary>
    /// <returns>False at the end of the content or when the window is full.</returns>
    public bool TryFill()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }

        if (_ended || _end == _bytes.Length)
        {
            return false;
        }

        int got = 0;
        try
        {
            got = content.Read(_bytes, _end, _bytes.Length - _end);
        }
        catch (InvalidDataException)
        {
            anomalies.Add(FeedAnomalyKind.BrokenCompression, Offset + _end);
        }

        _ended = got == 0;
        _end += got;
        return got > 0;
    }
}
