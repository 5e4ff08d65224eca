using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LowLatency.Latency.Rings;

/// <summary>An event of one cache line whose words all follow from its number.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct LineEvent
{
    private long _0;
    private long _1;
    private long _2;
    private long _3;
    private long _4;
    private long _5;
    private long _6;
    private long _7;

    /// <summary>Writes the whole line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(long number)
    {
        Vector256<long> half = Vector256.Create(number);
        half.StoreUnsafe(ref _0);
        half.StoreUnsafe(ref _4);
    }

    /// <summary>What a consumer reads: the first and the last word, whose sum is twice the number.</summary>
    public readonly long Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _0 + _7;
    }
}
