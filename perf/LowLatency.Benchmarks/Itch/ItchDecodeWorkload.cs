using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Itch;

/// <summary>Decoding alone: every field a book needs is read.</summary>
internal sealed class ItchDecodeWorkload(ItchDay day) : ItchWorkload<ItchSumHandler>("itch-decode", day)
{
    private ItchSumHandler _handler;

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
        Require(_handler.Orders, Day.CountByType['A'] + Day.CountByType['F'], "orders");
    }
}
