using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>Decoding alone: every field a book needs is read.</summary>
internal sealed class ItchDecodeBenchmark(string name, int symbols, int messages, params IReadOnlyList<Goal> goals)
    : ItchBenchmark<ItchSumHandler>(name, "an ITCH 5.0 message decoded, every field a book needs read", symbols, messages)
{
    private ItchSumHandler _handler;

    public override IReadOnlyList<Goal> Goals => goals;

    protected override ref ItchSumHandler Handler => ref _handler;

    public override void Prepare()
    {
        base.Prepare();
        _handler = default;
    }

    public override void Check()
    {
        base.Check();
        Require(_handler.Messages, Day.Messages, "messages handled");
        Require(_handler.Orders, Day.Orders, "orders");
        Require(Anomalies.Total, 0, "anomalies");
    }
}
