using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding alone: every field a book needs is read.</summary>
internal sealed class ItchDecodeBenchmark() : ItchBenchmark("itch-decode", "one ITCH message told apart by type and every field of it read that a book needs", 100, false, 150e6)
{
    private ItchSumHandler _handler;

    public override void Prepare()
    {
        base.Prepare();
        _handler = default;
    }

    public override void Check()
    {
        base.Check();
        Require(_handler.Messages, Feed!.Messages, "messages handled");
    }

    protected override int Take(ReadOnlySpan<byte> bytes, ref FeedPosition position, int maxMessages) =>
        ItchFrames.Decode(bytes, ref position, maxMessages, ref _handler, Anomalies);
}
