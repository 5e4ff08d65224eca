using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Threading;

/// <summary>Moves the calling thread to a real-time priority and back, through the operating system's own calls. Linux and Windows; refused by message elsewhere.</summary>
/// <remarks>
/// Linux: the policy SCHED_FIFO, which needs CAP_SYS_NICE or an RLIMIT_RTPRIO (<c>ulimit -r</c>) of at least the priority. Threads it starts get the
/// normal policy (SCHED_RESET_ON_FORK). A real-time thread that never sleeps starves its core. Windows: THREAD_PRIORITY_TIME_CRITICAL, whatever the number.
/// </remarks>
public static class ThreadPriorityControl
{
    /// <summary>The lowest real-time priority.</summary>
    public const int Lowest = 1;

    /// <summary>The highest real-time priority; the kernel's own threads stand there, better stay below.</summary>
    public const int Highest = 99;

    /// <summary>Whether the calling thread has a real-time priority now; false where the system does not tell.</summary>
    public static bool IsRealTime =>
        OperatingSystem.IsLinux() ? LinuxScheduler.RealTimePriority() > 0
        : OperatingSystem.IsWindows() && WindowsThread.Priority() == WindowsThread.TimeCritical;

    /// <summary>Gives the calling thread a real-time priority.</summary>
    /// <param name="priority"><see cref="Lowest"/> to <see cref="Highest"/>.</param>
    /// <returns>Refused, with the thread left as it was, if out of range, not permitted, or the system is unknown.</returns>
    public static OsResult SetRealTime(int priority)
    {
        if (priority is < Lowest or > Highest)
        {
            return OsResult.Refused($"real-time priority={priority} refused: must be from {Lowest} to {Highest}");
        }

        if (OperatingSystem.IsLinux())
        {
            int error = LinuxScheduler.SetPolicy(LinuxScheduler.Fifo | LinuxScheduler.ResetOnFork, priority);
            return Outcome($"real-time priority={priority}", error, "grant CAP_SYS_NICE or raise RLIMIT_RTPRIO");
        }

        return OperatingSystem.IsWindows()
            ? Outcome($"real-time priority={priority}", WindowsThread.SetPriority(WindowsThread.TimeCritical), "run with the right to raise priorities")
            : Unknown($"real-time priority={priority}");
    }

    /// <summary>Gives the calling thread the normal priority.</summary>
    /// <returns>Refused if not permitted or the system is unknown.</returns>
    public static OsResult SetNormal()
    {
        if (OperatingSystem.IsLinux())
        {
            int error = LinuxScheduler.SetPolicy(LinuxScheduler.Other, 0);
            if (error == LinuxScheduler.NotPermitted)
            {
                // Without privilege the reset-on-fork flag cannot be taken off again, but the priority can.
                error = LinuxScheduler.SetPolicy(LinuxScheduler.Other | LinuxScheduler.ResetOnFork, 0);
            }

            return Outcome("normal priority", error, "grant CAP_SYS_NICE");
        }

        return OperatingSystem.IsWindows()
            ? Outcome("normal priority", WindowsThread.SetPriority(WindowsThread.Normal), "run with the right to set priorities")
            : Unknown("normal priority");
    }

    private static OsResult Outcome(string wanted, int error, string remedy) =>
        error == 0
            ? OsResult.Done
            : OsResult.Refused($"{wanted} refused: error={error} ({Marshal.GetPInvokeErrorMessage(error)}); {remedy}");

    private static OsResult Unknown(string wanted) =>
        OsResult.Refused($"{wanted} refused: os={RuntimeInformation.OSDescription} has no known call for it");
}
