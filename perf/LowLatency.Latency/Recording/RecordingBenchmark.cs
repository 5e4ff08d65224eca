using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Recording;

/// <summary>A pass over a recording whose round is one call and which waits for a file system.</summary>
/// <param name="name">The row.</param>
/// <param name="work">What one operation is.</param>
/// <param name="pass">Does the round, checks it, and returns how many records there were.</param>
internal sealed class RecordingBenchmark(string name, string work, Func<RecordingPasses, long> pass) : Benchmark(name, work)
{
    private RecordingPasses? _passes;

    public override bool MayBeRealTime => false;

    public override string? Note => RecordingPasses.Note;

    public override string? SetUp(BenchmarkInput input)
    {
        _passes = input.Shared("recording", () => new RecordingPasses());
        return null;
    }

    public override (long Done, bool IsLast) Burst() => (pass(_passes!), true);
}
