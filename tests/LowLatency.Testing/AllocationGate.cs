namespace LowLatency.Testing;

/// <summary>Counts exactly what a piece of code allocates on the collector's heap.</summary>
public static class AllocationGate
{
    /// <summary>Bytes the calling thread allocates in <paramref name="run"/>, after <paramref name="warm"/> has run once and then <paramref name="run"/> itself.</summary>
    /// <remarks>Other threads do not count. <paramref name="run"/> is called twice, so it must leave what it works on as it found it.</remarks>
    public static long Measure(Action warm, Action run)
    {
        ArgumentNullException.ThrowIfNull(warm);
        ArgumentNullException.ThrowIfNull(run);
        warm();
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Bytes the calling thread allocates in the second of two calls.</summary>
    public static long Measure(Action run) => Measure(static () => { }, run);
}
