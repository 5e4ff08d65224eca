using LowLatency.Gateways.Feeds.Itch.Decoding;

namespace LowLatency.Gateways.Feeds.Itch;

/// <summary>Reads a file of length-prefixed messages.</summary>
internal sealed class ItchFileReader(Stream content, FileStream raw, FeedAnomalies anomalies) : ItchReader(content, raw, anomalies)
{
    private FeedPosition _position = new(0, 1, 0);
    private bool _ended;

    public override bool Read<THandler>(ref THandler handler, int maxMessages = int.MaxValue)
    {
        while (!_ended)
        {
            int taken = ItchFrames.Decode(Buffer.Unread, ref _position, maxMessages, ref handler, Anomalies);
            Buffer.Take(taken);
            if (taken > 0 || maxMessages <= 0)
            {
                return true;
            }

            _ended = !Buffer.TryFill();
        }

        if (!Buffer.Unread.IsEmpty)
        {
            Anomalies.Add(FeedAnomalyKind.CutTail, _position.Offset, (ulong)Buffer.Unread.Length);
            Buffer.Take(Buffer.Unread.Length);
        }

        return false;
    }
}
