using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LowLatency.Primitives.Threading;

/// <summary>The calls of Windows that concern the calling thread, within its processor group of at most 64 cores.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsThread
{
    public const int Normal = 0;
    public const int TimeCritical = 15;

    public static int LargestCore => (nuint.Size * 8) - 1;

    /// <summary>Puts the cores the thread may run on into a new array, ascending; false with the system's error otherwise.</summary>
    public static bool TryGetCores(out int[] cores, out int error)
    {
        cores = [];
        error = 0;
        if (!GetThreadGroupAffinity(GetCurrentThread(), out GroupAffinity affinity))
        {
            error = Marshal.GetLastPInvokeError();
            return false;
        }

        List<int> found = [];
        for (nuint rest = affinity.Mask; rest != 0; rest &= rest - 1)
        {
            found.Add(BitOperations.TrailingZeroCount(rest));
        }

        cores = [.. found];
        return true;
    }

    /// <summary>Restricts the thread to cores that are each 0 to <see cref="LargestCore"/>; returns 0 or the system's error.</summary>
    public static int SetCores(ReadOnlySpan<int> cores)
    {
        nuint mask = 0;
        foreach (int core in cores)
        {
            mask |= (nuint)1 << core;
        }

        return SetThreadAffinityMask(GetCurrentThread(), mask) != 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>Sets the thread's priority; returns 0 or the system's error.</summary>
    public static int SetPriority(int priority) =>
        SetThreadPriority(GetCurrentThread(), priority) ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>The thread's priority, relative to its process.</summary>
    public static int Priority() => GetThreadPriority(GetCurrentThread());

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nuint SetThreadAffinityMask(nint thread, nuint mask);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetThreadGroupAffinity(nint thread, out GroupAffinity affinity);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetThreadPriority(nint thread, int priority);

    [LibraryImport("kernel32")]
    private static partial int GetThreadPriority(nint thread);

    // GROUP_AFFINITY of winnt.h: the mask, the group's number, three reserved words.
    [StructLayout(LayoutKind.Sequential)]
    private struct GroupAffinity
    {
        public nuint Mask;
        public ushort Group;
        public ushort Reserved0;
        public ushort Reserved1;
        public ushort Reserved2;
    }
}
