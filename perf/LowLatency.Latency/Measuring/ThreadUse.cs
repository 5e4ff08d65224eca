using LowLatency.Latency.Machine;

namespace LowLatency.Latency.Measuring;

/// <summary>What a thread allocated and how often it lost its core, since its start or within a burst.</summary>
/// <param name="AllocatedBytes">Bytes on the collected heap.</param>
/// <param name="Preemptions">How often its core was taken from it.</param>
/// <param name="Waits">How often it gave its core up by itself.</param>
internal readonly record struct ThreadUse(long AllocatedBytes, long Preemptions, long Waits)
{
    /// <summary>Of the calling thread up to now.</summary>
    public static ThreadUse Now()
    {
        (long voluntary, long involuntary) = OperatingSystem.IsLinux() ? LinuxThread.Switches() : (0, 0);
        return new(GC.GetAllocatedBytesForCurrentThread(), involuntary, voluntary);
    }

    public static ThreadUse operator -(ThreadUse a, ThreadUse b) => new(a.AllocatedBytes - b.AllocatedBytes, a.Preemptions - b.Preemptions, a.Waits - b.Waits);

    public static ThreadUse operator +(ThreadUse a, ThreadUse b) => new(a.AllocatedBytes + b.AllocatedBytes, a.Preemptions + b.Preemptions, a.Waits + b.Waits);
}
