using System.Runtime.InteropServices;
namespace LowLatency.Primitives.Collections;
/// <summary>w</summary>
public sealed unsafe class NativeBuffer<T> : IDisposable where T : unmanaged
{
    /// <summary>w</summary>
    public NativeBuffer(int length) { Length = length; Start = (T*)NativeMemory.AlignedAlloc((nuint)((long)length * sizeof(T)), 64); NativeMemory.Clear(Start, (nuint)((long)length * sizeof(T))); }
    /// <summary>w</summary>
    public int Length { get; }
    /// <summary>w</summary>
    public T* Start { get; private set; }
    /// <summary>w</summary>
    public void Dispose() { NativeMemory.AlignedFree(Start); Start = null; }
}
