using System.Runtime.InteropServices;
using LowLatency.Primitives.Threading;

namespace LowLatency.Primitives.Collections;

/// <summary>madvise(2) with MADV_HUGEPAGE: asks Linux for transparent huge pages, which save address-translation misses on large tables.</summary>
internal static unsafe partial class HugePageAdvice
{
    /// <summary>The size of a huge page on x86-64, and on ARM64 with 4 KiB pages.</summary>
    public const int PageBytes = 2 * 1024 * 1024;

    private const int UseHugePages = 14;

    public static OsResult Give(void* start, nuint sizeBytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return OsResult.Refused($"huge pages refused: os={RuntimeInformation.OSDescription} has no known call for it");
        }

        if (Advise(start, sizeBytes, UseHugePages) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return OsResult.Refused($"huge pages for sizeBytes={sizeBytes} refused: error={error} ({Marshal.GetPInvokeErrorMessage(error)})");
        }

        return OsResult.Done;
    }

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static partial int Advise(void* start, nuint sizeBytes, int advice);
}
