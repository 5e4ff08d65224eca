using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>A hint to the processor; without effect where it has none that the runtime can reach.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Loads the cache line of an address into the nearest cache. Any address will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
