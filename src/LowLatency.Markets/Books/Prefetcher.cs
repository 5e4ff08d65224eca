using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LowLatency.Markets.Books;

/// <summary>Hints to the processor; without effect where it has none that the runtime can reach.</summary>
internal static unsafe class Prefetcher
{
    /// <summary>Loads the cache line of an address into the nearest cache. Any address will do, even a bad one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
