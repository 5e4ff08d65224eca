using System.Numerics;
namespace LowLatency.Primitives.Collections;
/// <summary>w</summary>
public sealed unsafe class IdMap : IDisposable
{
    private struct Entry { public ulong Key; public int Value; public int Used; }
    private readonly NativeBuffer<Entry> _buffer;
    private readonly Entry* _e;
    private readonly int _shift;
    private readonly uint _mask;
    private readonly int _capacity;
    /// <summary>w</summary>
    public IdMap(int capacity)
    {
        _capacity = capacity;
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)capacity * 2);
        _buffer = new NativeBuffer<Entry>(size); _e = _buffer.Start; _mask = (uint)size - 1; _shift = 64 - BitOperations.Log2((uint)size);
    }
    /// <summary>w</summary>
    public int Count { get; private set; }
    private uint Home(ulong k) => ((uint)(((k >> 6) * 0x9E3779B97F4A7C15UL) >> _shift) & ~63u) | (uint)(k & 63);
    /// <summary>w</summary>
    public IdMapResult TryAdd(ulong key, int value)
    {
        uint i = Home(key);
        while (_e[i].Used != 0) { if (_e[i].Key == key) return IdMapResult.Duplicate; i = (i + 1) & _mask; }
        if (Count >= _capacity) return IdMapResult.Full;
        _e[i].Key = key; _e[i].Value = value; _e[i].Used = 1; Count++;
        return IdMapResult.Added;
    }
    /// <summary>w</summary>
    public bool TryGet(ulong key, out int value)
    {
        uint i = Home(key);
        while (_e[i].Used != 0) { if (_e[i].Key == key) { value = _e[i].Value; return true; } i = (i + 1) & _mask; }
        value = 0; return false;
    }
    /// <summary>w</summary>
    public bool Remove(ulong key)
    {
        uint i = Home(key);
        while (_e[i].Used != 0 && _e[i].Key != key) i = (i + 1) & _mask;
        if (_e[i].Used == 0) return false;
        uint j = i;
        while (true)
        {
            j = (j + 1) & _mask;
            if (_e[j].Used == 0) break;
            uint h = Home(_e[j].Key);
            if (((j - h) & _mask) >= ((j - i) & _mask)) { _e[i] = _e[j]; i = j; }
        }
        _e[i].Used = 0; Count--;
        return true;
    }
    /// <summary>w</summary>
    public void Dispose() => _buffer.Dispose();
}
