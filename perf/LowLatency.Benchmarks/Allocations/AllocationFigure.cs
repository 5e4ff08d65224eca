namespace LowLatency.Benchmarks.Allocations;

/// <summary>What a thread allocated on the collector's heap while something was done many times, after warm-up.</summary>
/// <param name="Path">What was done.</param>
/// <param name="Thread">Which thread was counted.</param>
/// <param name="Operations">How often it was done.</param>
/// <param name="Bytes">All bytes of all operations.</param>
internal readonly record struct AllocationFigure(string Path, string Thread, long Operations, long Bytes)
{
    /// <summary>Counts the calling thread in the second of two runs; each returns how often it did its work.</summary>
    /// <exception cref="InvalidOperationException">The run did nothing.</exception>
    public static AllocationFigure OfSecond(string path, Func<long> run)
    {
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long operations = run();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return operations > 0 ? new(path, "caller", operations, bytes) : throw new InvalidOperationException($"{path}: operations={operations} must be above 0");
    }
}
