using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LowLatency.Primitives.Threading;

/// <summary>The calls of Linux that concern the calling thread (process id 0 means that thread): sched(7), sched_setaffinity(2), nanosleep(2).</summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class LinuxScheduler
{
    public const int Other = 0;
    public const int Fifo = 1;
    public const int ResetOnFork = 0x40000000;
    public const int NotPermitted = 1;

    private const int WordBits = 64;
    private const int MaskWords = 8192 / WordBits;

    public static int LargestCore => (MaskWords * WordBits) - 1;

    /// <summary>Puts the cores the thread may run on into a new array, ascending; false with the system's error otherwise.</summary>
    public static bool TryGetCores(out int[] cores, out int error)
    {
        ulong* mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        cores = [];
        error = 0;
        if (GetAffinity(0, MaskWords * sizeof(ulong), mask) < 0)
        {
            error = Marshal.GetLastPInvokeError();
            return false;
        }

        List<int> found = [];
        for (int word = 0; word < MaskWords; word++)
        {
            for (ulong rest = mask[word]; rest != 0; rest &= rest - 1)
            {
                found.Add((word * WordBits) + BitOperations.TrailingZeroCount(rest));
            }
        }

        cores = [.. found];
        return true;
    }

    /// <summary>Restricts the thread to cores that are each 0 to <see cref="LargestCore"/>; returns 0 or the system's error.</summary>
    public static int SetCores(ReadOnlySpan<int> cores)
    {
        ulong* mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        foreach (int core in cores)
        {
            mask[core / WordBits] |= 1UL << (core % WordBits);
        }

        return SetAffinity(0, MaskWords * sizeof(ulong), mask) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>Sets policy and priority; returns 0 or the system's error.</summary>
    public static int SetPolicy(int policy, int priority) =>
        SetScheduler(0, policy, &priority) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>The real-time priority of the thread, 0 under the normal policy, -1 if the system does not tell.</summary>
    public static int RealTimePriority()
    {
        int priority = 0;
        return GetParameter(0, &priority) == 0 ? priority : -1;
    }

    /// <summary>Sleeps about that long; a signal may end it early.</summary>
    public static void Sleep(long ns)
    {
        nint* time = stackalloc nint[2];
        time[0] = (nint)(ns / 1_000_000_000);
        time[1] = (nint)(ns % 1_000_000_000);
        _ = NanoSleep(time, null);
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static partial int GetAffinity(int pid, nuint sizeBytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int pid, nuint sizeBytes, ulong* mask);

    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    private static partial int SetScheduler(int pid, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "sched_getparam")]
    private static partial int GetParameter(int pid, int* priority);

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(nint* time, nint* remaining);
}
