using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Primitives.Metrics;

/// <summary>A count that one thread increases and any thread reads, 128 bytes from whatever lies before it and 120 from what lies after.</summary>
/// <remarks>Keep it in a field that is not readonly or in an array: a copy counts for itself. Counters side by side in an array stand 256 bytes apart.</remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
public struct PaddedCounter
{
    /// <summary>Bytes of one counter with its padding.</summary>
    public const int Size = 256;

    [FieldOffset(128)]
    private long _value;

    /// <summary>The count. Any thread.</summary>
    public readonly long Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(in _value);
    }

    /// <summary>Adds to the count; what the thread wrote before is seen by whoever sees the sum. The one writing thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount) => Volatile.Write(ref _value, _value + amount);

    /// <summary>Adds one. The one writing thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment() => Add(1);
}
