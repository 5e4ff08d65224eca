using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Markets.Books;

/// <summary>
/// Finds the slot of an order by the venue's reference: by array access where references are dense and rise, as on most venues, by hashing where they are not.
/// </summary>
/// <remarks>
/// References near the first one seen share pages of <see cref="PageSize"/>; a page that holds no order any more is used again, so that memory follows the orders
/// that are alive, not the references handed out. When pages hold few orders each, and for references far from the first, an open-addressing table takes over.
/// Native memory, which grows by doubling; no allocation where it does not. One thread.
/// Invariant: a reference is in at most one of the two stores; a page has a place exactly when one of its entries is used.
/// </remarks>
public sealed unsafe class OrderReferenceMap : IDisposable
{
    /// <summary>References of a page.</summary>
    public const int PageSize = 1024;

    private const int PageBits = 10;
    private const int ChunkPages = 64;
    private const int ChunkHeaderBytes = 64;
    private const int MaxDirectory = 1 << 20;
    private const int PagesAlways = 4096;
    private const int OrdersPerPage = 4;

    private readonly ulong _seed = (ulong)Random.Shared.NextInt64();
    private Page* _directory;
    private int _directorySize;
    private byte* _chunks;
    private int* _freePage;
    private int _pages;
    private ulong _base;
    private bool _hasBase;
    private Entry* _table;
    private int _tableSize;
    private int _hashed;

    /// <summary>An empty map with room for some references and orders before it grows.</summary>
    /// <param name="expectedReferences">How many references, used or not, lie between the first and the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public OrderReferenceMap(int expectedReferences = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedReferences);
        _directorySize = (int)BitOperations.RoundUpToPowerOf2((uint)(expectedReferences / PageSize) + 256);
        _directory = (Page*)NativeMemory.AllocZeroed((nuint)_directorySize, (nuint)sizeof(Page));
        _tableSize = 1024;
        _table = (Entry*)NativeMemory.AllocZeroed((nuint)_tableSize, (nuint)sizeof(Entry));
    }

    /// <summary>Gives the memory back if nobody has disposed the map.</summary>
    ~OrderReferenceMap() => Free();

    /// <summary>How many references have a slot.</summary>
    public int Count { get; private set; }

    /// <summary>The slot of a reference, -1 where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong reference)
    {
        int* entry = PagedEntry(reference);
        return entry != null && *entry != 0 ? *entry - 1 : _hashed == 0 ? -1 : FindHashed(reference);
    }

    /// <summary>Gives a reference a slot, 0 or above; false, and nothing changed, when it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(ulong reference, int slot)
    {
        int* entry = PagedEntry(reference);
        if (entry == null || _hashed != 0)
        {
            return TryAddSlow(reference, slot);
        }

        if (*entry != 0)
        {
            return false;
        }

        Use(entry, reference, slot);
        return true;
    }

    /// <summary>Takes the slot of a reference away and returns it, -1 where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Remove(ulong reference)
    {
        int* entry = PagedEntry(reference);
        if (entry == null || *entry == 0)
        {
            return _hashed == 0 ? -1 : RemoveHashed(reference);
        }

        int slot = *entry - 1;
        *entry = 0;
        Count--;
        Page* page = _directory + ((reference - _base) >> PageBits);
        if (--page->Used == 0)
        {
            FreePage(page);
        }

        return slot;
    }

    /// <summary>Asks the processor to load what the next call for that reference will touch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong reference)
    {
        int* entry = PagedEntry(reference);
        if (entry != null)
        {
            Prefetcher.Load(entry);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* PagedEntry(ulong reference)
    {
        ulong index = reference - _base;
        if (index >> PageBits >= (ulong)_directorySize)
        {
            return null;
        }

        int* entries = _directory[index >> PageBits].Entries;
        return entries == null ? null : entries + (index & (PageSize - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Use(int* entry, ulong reference, int slot)
    {
        *entry = slot + 1;
        _directory[(reference - _base) >> PageBits].Used++;
        Count++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryAddSlow(ulong reference, int slot)
    {
        if (Find(reference) >= 0)
        {
            return false;
        }

        if (!_hasBase)
        {
            // Venues number orders as they enter and show them a little later, so some references lie below the first one shown.
            ulong room = PageSize * 64UL;
            _base = reference > room ? (reference - room) & ~(ulong)(PageSize - 1) : 0;
            _hasBase = true;
        }

        int* entry = PagedEntry(reference);
        if (entry == null && TryAddPage(reference))
        {
            entry = PagedEntry(reference);
        }

        if (entry != null)
        {
            Use(entry, reference, slot);
        }
        else
        {
            AddHashed(reference, slot);
        }

        return true;
    }

    private bool TryAddPage(ulong reference)
    {
        ulong index = (reference - _base) >> PageBits;
        if (reference < _base || index >= MaxDirectory || (_pages >= PagesAlways && _pages - PagesAlways >= Count / OrdersPerPage))
        {
            return false;
        }

        while (index >= (ulong)_directorySize)
        {
            GrowDirectory();
        }

        if (_freePage == null)
        {
            AddChunk();
        }

        int* entries = _freePage;
        _freePage = *(int**)entries;
        *(int**)entries = null;
        _directory[index].Entries = entries;
        _pages++;
        return true;
    }

    /// <summary>A page without orders is all zeros but for the link that chains it to the next.</summary>
    private void FreePage(Page* page)
    {
        *(int**)page->Entries = _freePage;
        _freePage = page->Entries;
        page->Entries = null;
        _pages--;
    }

    private void AddChunk()
    {
        byte* chunk = (byte*)NativeMemory.AllocZeroed(ChunkHeaderBytes + (ChunkPages * PageSize * sizeof(int)));
        *(byte**)chunk = _chunks;
        _chunks = chunk;
        for (int i = ChunkPages - 1; i >= 0; i--)
        {
            int* page = (int*)(chunk + ChunkHeaderBytes) + (i * PageSize);
            *(int**)page = _freePage;
            _freePage = page;
        }
    }

    private void GrowDirectory()
    {
        nuint bytes = (nuint)_directorySize * (nuint)sizeof(Page);
        _directory = (Page*)NativeMemory.Realloc(_directory, bytes * 2);
        NativeMemory.Clear((byte*)_directory + bytes, bytes);
        _directorySize *= 2;
    }

    private uint Home(ulong reference)
    {
        ulong mixed = (reference ^ _seed) * 0x9e3779b97f4a7c15;
        return (uint)((mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93 >> 32) & (uint)(_tableSize - 1);
    }

    private uint ProbeFor(ulong reference)
    {
        uint at = Home(reference);
        while (_table[at].SlotPlusOne != 0 && _table[at].Reference != reference)
        {
            at = (at + 1) & (uint)(_tableSize - 1);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindHashed(ulong reference) => _table[ProbeFor(reference)].SlotPlusOne - 1;

    private void AddHashed(ulong reference, int slot)
    {
        if (_hashed >= _tableSize / 2)
        {
            GrowTable();
        }

        _table[ProbeFor(reference)] = new() { Reference = reference, SlotPlusOne = slot + 1 };
        _hashed++;
        Count++;
    }

    private void GrowTable()
    {
        Entry* old = _table;
        int oldSize = _tableSize;
        _tableSize *= 2;
        _table = (Entry*)NativeMemory.AllocZeroed((nuint)_tableSize, (nuint)sizeof(Entry));
        for (int i = 0; i < oldSize; i++)
        {
            if (old[i].SlotPlusOne != 0)
            {
                _table[ProbeFor(old[i].Reference)] = old[i];
            }
        }

        NativeMemory.Free(old);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RemoveHashed(ulong reference)
    {
        uint hole = ProbeFor(reference);
        int slot = _table[hole].SlotPlusOne - 1;
        if (slot < 0)
        {
            return -1;
        }

        // Entries behind the hole move up where their home allows it, so that no tombstones gather.
        uint mask = (uint)(_tableSize - 1);
        for (uint at = (hole + 1) & mask; _table[at].SlotPlusOne != 0; at = (at + 1) & mask)
        {
            if (((at - Home(_table[at].Reference)) & mask) >= ((at - hole) & mask))
            {
                _table[hole] = _table[at];
                hole = at;
            }
        }

        _table[hole] = default;
        _hashed--;
        Count--;
        return slot;
    }

    private void Free()
    {
        while (_chunks != null)
        {
            byte* next = *(byte**)_chunks;
            NativeMemory.Free(_chunks);
            _chunks = next;
        }

        NativeMemory.Free(_directory);
        NativeMemory.Free(_table);
        _directory = null;
        _table = null;
        _directorySize = 0;
        _hashed = 0;
    }

    private struct Page
    {
        public int* Entries;
        public int Used;
    }

    private struct Entry
    {
        public ulong Reference;
        public int SlotPlusOne;
    }
}
