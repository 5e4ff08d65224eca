using LowLatency.Latency.Measuring;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;

namespace LowLatency.Latency.Orders;

/// <summary>Events appended to a journal whose pages are ready: a new file every round.</summary>
internal sealed class JournalLineBenchmark() : Benchmark("journal-line", "an event appended to the memory-mapped journal, checksum included, pages ready ahead")
{
    private const int Lines = 150_000;

    private readonly EngineEvent[] _events = new EngineEvent[64];
    private EngineDefinition? _definition;
    private string? _path;
    private JournalFile? _journal;
    private JournalWriter _writer;
    private long _appended;

    public override string Family => "order";

    public override Figure Figure => Figure.MeanTime;

    public override string? Reference => "ref-copy";

    public override IReadOnlyList<Goal> Goals => [Goal.AtMost(GoalFigure.Median, 5), Goal.AtMost(GoalFigure.AllocatedBytes, 0)];

    public override string? SetUp(BenchmarkInput input)
    {
        InstrumentTable instruments = new();
        instruments.Add("ABC", "USD", Price.Parse("0.01"), Quantity.FromWhole(1));
        _definition = new EngineDefinition(instruments);
        _definition.AddVenue("venue");
        _definition.AddStrategy("bench", _definition.AddAccount("house"));
        for (int i = 0; i < _events.Length; i++)
        {
            _events[i] = new EngineEvent { Kind = EngineEventKind.NewOrder, ClOrdId = (ulong)i, Price = new(100 * Price.One + i), Quantity = new(Quantity.One), TimeNs = i };
        }

        _path = Path.Combine(Path.GetTempPath(), $"journal-line-{Environment.ProcessId}.journal");
        return null;
    }

    public override void Prepare()
    {
        Discard();
        _journal = JournalFile.Create(_path!, _definition!, 16 << 20);
        _writer = _journal.Writer;
        _appended = 0;
    }

    public override (long Done, bool IsLast) Burst()
    {
        EngineEvent[] events = _events;
        JournalWriter writer = _writer;
        for (int i = 0; i < Lines; i++)
        {
            ref EngineEvent e = ref events[i & (events.Length - 1)];
            e.Sequence = i + 1;
            _appended += writer.Append(ref e) ? 1 : 0;
        }

        return (Lines, true);
    }

    public override void Check() => Require(_appended, Lines, "lines");

    protected override void Release() => Discard();

    private void Discard()
    {
        _journal?.Dispose();
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }
}
