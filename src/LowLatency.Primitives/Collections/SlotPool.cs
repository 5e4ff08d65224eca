using LowLatency.Primitives.Identity;
namespace LowLatency.Primitives.Collections;
/// <summary>w</summary>
public sealed unsafe class SlotPool<T> : IDisposable where T : unmanaged
{
    private readonly NativeBuffer<T> _slots;
    private readonly NativeBuffer<uint> _gen;
    private readonly NativeBuffer<int> _free;
    private readonly T* _s; private readonly uint* _g; private readonly int* _f;
    private int _freeCount; private int _high;
    /// <summary>w</summary>
    public SlotPool(int capacity) { Capacity = capacity; _slots = new(capacity); _gen = new(capacity); _free = new(capacity); _s = _slots.Start; _g = _gen.Start; _f = _free.Start; }
    /// <summary>w</summary>
    public int Capacity { get; }
    /// <summary>w</summary>
    public int Count => _high - _freeCount;
    /// <summary>w</summary>
    public ref T this[int slot] => ref _s[slot];
    /// <summary>w</summary>
    public bool TryRent(out OrderHandle handle)
    {
        int slot;
        if (_freeCount > 0) slot = _f[--_freeCount]; else if (_high < Capacity) slot = _high++; else { handle = default; return false; }
        _g[slot] |= 1; handle = new(slot, _g[slot]); return true;
    }
    /// <summary>w</summary>
    public bool Return(OrderHandle h) { if (!IsLive(h)) return false; _g[h.Slot]++; _f[_freeCount++] = h.Slot; return true; }
    /// <summary>w</summary>
    public bool IsLive(OrderHandle h) => (uint)h.Slot < (uint)_high && _g[h.Slot] == h.Generation && (h.Generation & 1) == 1;
    /// <summary>w</summary>
    public bool WasLive(OrderHandle h) => (uint)h.Slot < (uint)_high && h.Generation != 0 && (h.Generation & 1) == 1 && h.Generation < _g[h.Slot];
    /// <summary>w</summary>
    public OrderHandle HandleOf(int slot) => new(slot, _g[slot]);
    /// <summary>w</summary>
    public void Dispose() { _slots.Dispose(); _gen.Dispose(); _free.Dispose(); }
}
