using System.Runtime.CompilerServices;

namespace LowLatency.Primitives.Numerics;

/// <summary>Moves 128-bit numbers in halves.</summary>
public static class Words
{
    /// <summary>Copies a number that was just written. The compiler would move it as one vector, which has to wait until both stores of its halves have left the processor's store buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref Int128 to, ref readonly Int128 from)
    {
        ref ulong source = ref Unsafe.As<Int128, ulong>(ref Unsafe.AsRef(in from));
        ref ulong target = ref Unsafe.As<Int128, ulong>(ref to);
        target = source;
        Unsafe.Add(ref target, 1) = Unsafe.Add(ref source, 1);
    }
}
