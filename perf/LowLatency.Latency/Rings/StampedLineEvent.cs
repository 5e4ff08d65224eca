using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Rings;

/// <summary>An event of one cache line, the last word of which is the ring's stamp; the others follow from its number.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct StampedLineEvent : IStampedEvent
{
    private long _0;
    private long _1;
    private long _2;
    private long _3;
    private long _4;
    private long _5;
    private long _6;

    /// <summary>Writes all but the stamp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(long number)
    {
        Vector256<long> half = Vector256.Create(number);
        half.StoreUnsafe(ref _0);
        half.StoreUnsafe(ref _3);
    }

    /// <summary>What a consumer reads: the first and the last word of its own, whose sum is twice the number.</summary>
    public readonly long Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _0 + _6;
    }
}
