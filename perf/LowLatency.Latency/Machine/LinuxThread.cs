using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LowLatency.Latency.Machine;

/// <summary>Calls of Linux about single threads: gettid(2), sched_setscheduler(2) for another thread, getrusage(2) of the calling one.</summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class LinuxThread
{
    private const int Other = 0;
    private const int Fifo = 1;
    private const int ResetOnFork = 0x40000000;
    private const int ThisThread = 1;
    private const int RusageWords = 18;
    private const int VoluntarySwitches = 16;
    private const int InvoluntarySwitches = 17;

    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int Id();

    /// <summary>Moves a thread to SCHED_FIFO, or back to the normal policy with priority 0.</summary>
    /// <returns>0, or the system's error.</returns>
    public static int SetPriority(int thread, int priority) =>
        SetScheduler(thread, (priority > 0 ? Fifo : Other) | ResetOnFork, &priority) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>How often the calling thread has given up its core, and how often the core was taken from it.</summary>
    public static (long Voluntary, long Involuntary) Switches()
    {
        long* usage = stackalloc long[RusageWords];
        return GetUsage(ThisThread, usage) == 0 ? (usage[VoluntarySwitches], usage[InvoluntarySwitches]) : (0, 0);
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    private static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long* usage);
}
