using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Threading;

/// <summary>Says on which cores the calling thread may run, through the operating system's own calls. Linux and Windows; refused by message elsewhere.</summary>
/// <remarks>
/// Cores are numbered as the system does, from 0; on Windows within the thread's processor group. A thread started by a pinned thread inherits
/// its cores on Linux, so start helpers first. To undo, keep <see cref="AllowedCores"/> from before and hand it to <see cref="Restrict"/>.
/// </remarks>
public static class CpuAffinity
{
    /// <summary>The cores the calling thread may run on, ascending; empty where the system does not tell.</summary>
    public static int[] AllowedCores()
    {
        int[] cores = [];
        if (OperatingSystem.IsLinux())
        {
            _ = LinuxScheduler.TryGetCores(out cores, out _);
        }
        else if (OperatingSystem.IsWindows())
        {
            _ = WindowsThread.TryGetCores(out cores, out _);
        }

        return cores;
    }

    /// <summary>Keeps the calling thread on one core.</summary>
    /// <returns>Refused, with the thread left as it was, if the core does not exist or this process may not use it, or if the system is unknown.</returns>
    public static OsResult Pin(int core) => Restrict([core]);

    /// <summary>Keeps the calling thread on the given cores.</summary>
    /// <returns>
    /// Refused, with the thread left as it was, if there is none, or one does not exist or may not be used by this process, or if the system is unknown.
    /// Nothing is applied in part: Linux itself would silently drop the cores it does not grant, which is found by reading back.
    /// </returns>
    public static OsResult Restrict(ReadOnlySpan<int> cores)
    {
        bool linux = OperatingSystem.IsLinux();
        if (!linux && !OperatingSystem.IsWindows())
        {
            return Refused(cores, $"os={RuntimeInformation.OSDescription} has no known call for it");
        }

        int largest = linux ? LinuxScheduler.LargestCore : WindowsThread.LargestCore;
        foreach (int core in cores)
        {
            if (core < 0 || core > largest)
            {
                return Refused(cores, $"core={core} must be from 0 to {largest}");
            }
        }

        if (cores.IsEmpty)
        {
            return Refused(cores, "at least one core is needed");
        }

        int[] before = AllowedCores();
        int error = Apply(cores);
        if (error != 0)
        {
            return Refused(cores, $"error={error} ({Marshal.GetPInvokeErrorMessage(error)}); allowedCores={string.Join(',', before)}");
        }

        int[] after = AllowedCores();
        foreach (int core in cores)
        {
            if (Array.IndexOf(after, core) < 0)
            {
                _ = Apply(before);
                return Refused(cores, $"core={core} is not granted to this process; granted={string.Join(',', after)}");
            }
        }

        return OsResult.Done;
    }

    private static int Apply(ReadOnlySpan<int> cores)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxScheduler.SetCores(cores);
        }

        return OperatingSystem.IsWindows() ? WindowsThread.SetCores(cores) : -1;
    }

    private static OsResult Refused(ReadOnlySpan<int> cores, string reason) =>
        OsResult.Refused($"affinity to cores={string.Join(',', cores.ToArray())} refused: {reason}");
}
