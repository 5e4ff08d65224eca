namespace LowLatency.Gateways.Feeds.Pcap;

/// <summary>Goes through the packets of a capture. One thread.</summary>
/// <remarks>
/// Each packet stands behind 16 bytes in the file's byte order: seconds, fraction, captured length, original length.
/// A packet that says it is longer than <see cref="MaxPacketBytes"/> is counted and passed over.
/// </remarks>
/// <param name="buffer">The content from the start of the file; its window holds <see cref="MaxPacketBytes"/> and a record header.</param>
/// <param name="header">The file's header.</param>
/// <param name="anomalies">Takes what is odd.</param>
public sealed class PcapRecords(FeedBuffer buffer, PcapHeader header, FeedAnomalies anomalies)
{
    /// <summary>The longest packet that is read.</summary>
    public const int MaxPacketBytes = (1 << 18) - RecordHeaderBytes;

    private const int RecordHeaderBytes = 16;

    /// <summary>Comes to the next packet; its bytes are the first <see cref="PcapRecord.CapturedBytes"/> of the buffer, for the caller to take.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool TryNext(out PcapRecord record)
    {
        if (buffer.Offset == 0 && buffer.TryHave(PcapHeader.Size))
        {
            buffer.Take(PcapHeader.Size);
        }

        while (buffer.TryHave(RecordHeaderBytes))
        {
            ReadOnlySpan<byte> bytes = buffer.Unread;
            long seconds = header.Number(bytes);
            long fraction = header.Number(bytes[4..]);
            uint captured = header.Number(bytes[8..]);
            record = new(
                buffer.Offset + RecordHeaderBytes,
                (int)captured,
                header.Number(bytes[12..]),
                (seconds * 1_000_000_000) + (header.IsNanoseconds ? fraction : fraction * 1_000));
            if (captured > MaxPacketBytes)
            {
                anomalies.Add(FeedAnomalyKind.WrongLength, buffer.Offset, captured, "packet");
                buffer.Take(RecordHeaderBytes);
                PassOver(captured);
            }
            else if (buffer.TryHave(RecordHeaderBytes + (int)captured))
            {
                buffer.Take(RecordHeaderBytes);
                return true;
            }
            else
            {
                break;
            }
        }

        if (!buffer.Unread.IsEmpty)
        {
            anomalies.Add(FeedAnomalyKind.CutTail, buffer.Offset, (ulong)buffer.Unread.Length, "packet");
            buffer.Take(buffer.Unread.Length);
        }

        record = default;
        return false;
    }

    private void PassOver(long count)
    {
        while (count > 0 && buffer.TryHave(1))
        {
            int part = (int)Math.Min(count, buffer.Unread.Length);
            buffer.Take(part);
            count -= part;
        }
    }
}
