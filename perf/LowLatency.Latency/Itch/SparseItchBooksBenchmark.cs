using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Itch;

/// <summary>As <see cref="ItchBooksBenchmark"/> where a backlog waits, with order references so far apart that they are found by hashing.</summary>
internal sealed class SparseItchBooksBenchmark(string name, int symbols, int messages, params IReadOnlyList<Goal> goals)
    : ItchBooksBenchmark(name, symbols, messages, backlog: true, goals)
{
    protected override ItchInput Read(BenchmarkInput input, int symbols, int messages) => ItchInput.Sparse(input, symbols, messages);
}
