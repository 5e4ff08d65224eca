namespace LowLatency.Gateways.Feeds.MoldUdp64;

/// <summary>Follows the sequence numbers of every session, so that each message is taken once, in order, and what is missing is known. One thread.</summary>
/// <remarks>
/// The first packet of a session sets what is expected, so a capture that starts in mid-session has no gap. After a gap the stream goes on behind it;
/// what comes late is then a duplicate. Sequence number 0, which the protocol does not have, marks an unsequenced (anonymised) packet: taken as it comes.
/// </remarks>
/// <param name="anomalies">Takes gaps, duplicates and overlaps.</param>
public sealed class MoldUdp64Sequencer(FeedAnomalies anomalies)
{
    private readonly Dictionary<UInt128, ulong> _nextBySession = [];

    /// <summary>How many sessions were seen.</summary>
    public int Sessions => _nextBySession.Count;

    /// <summary>Takes note of a packet.</summary>
    /// <returns>How many of its messages, from the first, are to be skipped because they were seen; all of them for a duplicate.</returns>
    public int Accept(in MoldUdp64Header header, long offset)
    {
        int messages = header.Messages;
        if (header.Sequence == 0)
        {
            anomalies.Add(FeedAnomalyKind.Unsequenced, offset);
            return 0;
        }

        if (header.Sequence > long.MaxValue - (ulong)messages)
        {
            anomalies.Add(FeedAnomalyKind.OutOfRange, offset, header.Sequence, "sequence number");
            return messages;
        }

        ulong end = header.Sequence + (ulong)messages;
        if (!_nextBySession.TryGetValue(header.Session, out ulong next))
        {
            _nextBySession.Add(header.Session, end);
            return 0;
        }

        if (header.Sequence > next)
        {
            anomalies.Add(FeedAnomalyKind.SequenceGap, offset, header.Sequence - next);
        }
        else if (header.Sequence < next && messages > 0)
        {
            anomalies.Add(end <= next ? FeedAnomalyKind.Duplicate : FeedAnomalyKind.Overlap, offset, header.Sequence);
        }

        if (end > next)
        {
            _nextBySession[header.Session] = end;
        }

        return (int)Math.Min(next > header.Sequence ? next - header.Sequence : 0, (ulong)messages);
    }
}
