using LowLatency.Gateways.Feeds.Itch.Decoding;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Reads the messages of an ITCH 5.0 file in order. Memory is bounded; one thread.</summary>
public abstract class ItchReader : IDisposable
{
    private readonly Stream _content;
    private readonly FileStream _raw;

    private protected ItchReader(Stream content, FileStream raw, FeedAnomalies anomalies)
    {
        _content = content;
        _raw = raw;
        Anomalies = anomalies;
        Buffer = new FeedBuffer(content, anomalies, 1 << 18);
    }

    /// <summary>The transport in words, compression included.</summary>
    public required string Transport { get; init; }

    /// <summary>Size of the file as it lies on disk.</summary>
    public long SizeBytes => _raw.Length;

    /// <summary>How much of the file has been read.</summary>
    public long ReadBytes => _raw.Position;

    /// <summary>What was odd so far.</summary>
    public FeedAnomalies Anomalies { get; }

    /// <summary>The unread content.</summary>
    private protected FeedBuffer Buffer { get; }

    /// <summary>Opens a file: pcap by its magic number, else length-prefixed messages; either may be compressed by gzip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="anomalies">Takes what is odd, as it is read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="PlatformNotSupportedException">The host is big-endian.</exception>
    public static ItchReader Open(string path, FeedAnomalies anomalies)
    {
        ArgumentNullException.ThrowIfNull(anomalies);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("ITCH messages are read in place and need a little-endian host");
        }

        bool isPcap = Pcap.PcapHeader.TryRead(FeedFile.ReadHead(path), out Pcap.PcapHeader header);
        Stream content = FeedFile.OpenRead(path, out FileStream raw, out bool isGzip);
        string compression = isGzip ? ", gzip" : "";
        return isPcap
            ? new ItchPcapReader(content, raw, anomalies, header) { Transport = "pcap, MoldUDP64" + compression }
            : new ItchFileReader(content, raw, anomalies) { Transport = "length-prefixed" + compression };
    }

    /// <summary>
    /// Hands on some messages: what the window holds, at most <paramref name="maxMessages"/>, nothing behind a system event.
    /// Call until it returns false.
    /// </summary>
    /// <returns>False at the end of the file.</returns>
    public abstract bool Read<THandler>(ref THandler handler, int maxMessages = int.MaxValue)
        where THandler : struct, IItchHandler, allows ref struct;

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _raw.Dispose();
        GC.SuppressFinalize(this);
    }
}
