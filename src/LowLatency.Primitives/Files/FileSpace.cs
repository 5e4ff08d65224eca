using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LowLatency.Primitives.Files;

/// <summary>Gives a file room that is really there: writing to a mapped hole on a full disk would kill the process.</summary>
internal static partial class FileSpace
{
    private const int NotSupported = 95;
    private const int InvalidArgument = 22;
    private const int Interrupted = 4;

    /// <summary>Lengthens the file to <paramref name="lengthBytes"/>, reading as zeros, with its blocks reserved where the file system can.</summary>
    /// <exception cref="IOException">No room.</exception>
    public static void Reserve(SafeFileHandle file, long lengthBytes)
    {
        long present = RandomAccess.GetLength(file);
        if (OperatingSystem.IsLinux() && lengthBytes > present && IntPtr.Size == 8)
        {
            int error;
            do
            {
                error = Allocate(file, present, lengthBytes - present);
            }
            while (error == Interrupted);

            if (error is not 0 and not NotSupported and not InvalidArgument)
            {
                throw new IOException($"lengthBytes={lengthBytes} cannot be reserved: error={error} ({Marshal.GetPInvokeErrorMessage(error)})");
            }
        }

        RandomAccess.SetLength(file, lengthBytes);
    }

    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int Allocate(SafeFileHandle file, long offset, long lengthBytes);
}
