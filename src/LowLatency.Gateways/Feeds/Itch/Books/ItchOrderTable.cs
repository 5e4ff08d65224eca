using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Markets.Books;
using LowLatency.Primitives.Collections;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>
/// The orders of level books by the venue's reference: in pages by array access where references are dense and rise, as on Nasdaq, so that an order and the way to it are one cache line; by hashing where they are not.
/// </summary>
/// <remarks>
/// A page of references without orders is used again. When pages hold few orders each, and for references far from the first, an open-addressing table takes over. Native memory that grows by doubling; one thread.
/// Invariant: a reference is in at most one of the two stores; a page's count is that of its orders; a directory entry without a page shows the page of no orders.
/// </remarks>
internal sealed unsafe class ItchOrderTable : IDisposable
{
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;
    private const int ChunkPages = 512;
    private const int MaxDirectory = 1 << 21;
    private const int PagesAlways = 4096;
    private const int OrdersPerPage = 8;

    private readonly ulong _seed = (ulong)Random.Shared.NextInt64();
    private readonly NativeBuffer<RestingItchOrder> _noOrders = new(PageSize);
    private readonly NativeBlock[] _chunks = new NativeBlock[MaxDirectory / ChunkPages];
    private int _chunkCount;
    private Page* _directory;
    private ulong _directorySize;
    private RestingItchOrder* _freePage;
    private int _pages;
    private ulong _base;
    private bool _hasBase;
    private NativeBlock _tableMemory;
    private Entry* _table;
    private ulong _tableMask;
    private int _hashed;

    /// <summary>No orders.</summary>
    /// <param name="expectedReferences">How many references, used or not, lie between the first and the last before more memory is taken.</param>
    /// <param name="expectedSparse">How many orders have references far from the first before more memory is taken.</param>
    public ItchOrderTable(int expectedReferences, int expectedSparse)
    {
        _directorySize = BitOperations.RoundUpToPowerOf2((uint)(expectedReferences / PageSize) + 256);
        _directory = (Page*)NativeMemory.Alloc((nuint)_directorySize * (nuint)sizeof(Page));
        ClearDirectory(0);
        TakeTable((ulong)BitOperations.RoundUpToPowerOf2((uint)Math.Max(expectedSparse, 512)) * 2);
    }

    /// <summary>How many orders there are.</summary>
    public int Count { get; private set; }

    /// <summary>The order of a reference, null where it has none. Valid until the next addition or removal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RestingItchOrder* Find(ulong reference)
    {
        ulong index = reference - _base;
        if (index >> PageBits < _directorySize)
        {
            RestingItchOrder* order = _directory[index >> PageBits].Orders + (index & (PageSize - 1));
            if (order->Shares != 0)
            {
                return order;
            }
        }

        return _hashed == 0 ? null : FindHashed(reference);
    }

    /// <summary>Adds an order of some shares; false, and nothing changed, when the reference has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(ulong reference, int level, uint shares)
    {
        ulong index = reference - _base;
        if (index >> PageBits >= _directorySize || _hashed != 0)
        {
            return TryAddSlow(reference, level, shares);
        }

        Page* page = _directory + (index >> PageBits);
        RestingItchOrder* order = page->Orders + (index & (PageSize - 1));
        if (order->Shares != 0)
        {
            return false;
        }

        if (page->Orders == _noOrders.Start)
        {
            return TryAddSlow(reference, level, shares);
        }

        *order = new() { Level = level, Shares = shares };
        page->Count++;
        Count++;
        return true;
    }

    /// <summary>Takes an order away that <see cref="Find"/> has found for this reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(ulong reference, RestingItchOrder* order)
    {
        ulong index = reference - _base;
        Page* page = _directory + (index >> PageBits);
        if (index >> PageBits >= _directorySize || order != page->Orders + (index & (PageSize - 1)))
        {
            RemoveHashed(order);
            return;
        }

        *order = default;
        Count--;
        if (--page->Count == 0)
        {
            FreePage(page);
        }
    }

    /// <summary>Where an order of that reference is or would be, for prefetching: an address that can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RestingItchOrder* Guess(ulong reference)
    {
        ulong index = reference - _base;
        return index >> PageBits < _directorySize
            ? _directory[index >> PageBits].Orders + (index & (PageSize - 1))
            : &(_table + Home(reference))->Order;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_chunkCount > 0)
        {
            _chunks[--_chunkCount].Dispose();
        }

        if (_directory != null)
        {
            _tableMemory.Dispose();
        }

        _noOrders.Dispose();
        NativeMemory.Free(_directory);
        _directory = null;
        _directorySize = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryAddSlow(ulong reference, int level, uint shares)
    {
        ulong paged = reference - _base;
        if (paged >> PageBits >= MaxDirectory && _hasBase)
        {
            return TryAddHashed(reference, level, shares);
        }

        if (Find(reference) != null)
        {
            return false;
        }

        if (!_hasBase)
        {
            // Nasdaq numbers orders as they enter and shows them a little later, so some references lie below the first one shown.
            const ulong room = 1 << 16;
            _base = reference > room ? (reference - room) & ~(ulong)(PageSize - 1) : 0;
            _hasBase = true;
        }

        ulong index = reference - _base;
        bool hasPage = index >> PageBits < _directorySize && _directory[index >> PageBits].Orders != _noOrders.Start;
        if (hasPage || TryAddPage(index))
        {
            Page* page = _directory + (index >> PageBits);
            page->Orders[index & (PageSize - 1)] = new() { Level = level, Shares = shares };
            page->Count++;
        }
        else
        {
            return TryAddHashed(reference, level, shares);
        }

        Count++;
        return true;
    }

    private bool TryAddPage(ulong index)
    {
        ulong number = index >> PageBits;
        if (number >= MaxDirectory || (_pages >= PagesAlways && _pages - PagesAlways >= Count / OrdersPerPage))
        {
            return false;
        }

        while (number >= _directorySize)
        {
            _directory = (Page*)NativeMemory.Realloc(_directory, (nuint)_directorySize * 2 * (nuint)sizeof(Page));
            _directorySize *= 2;
            ClearDirectory(_directorySize / 2);
        }

        if (_freePage == null)
        {
            AddChunk();
        }

        RestingItchOrder* page = _freePage;
        _freePage = *(RestingItchOrder**)page;
        *page = default;
        _directory[number] = new() { Orders = page };
        _pages++;
        return true;
    }

    private void AddChunk()
    {
        NativeBlock chunk = new(ChunkPages * PageSize * sizeof(RestingItchOrder));
        _chunks[_chunkCount++] = chunk;
        for (int i = ChunkPages - 1; i >= 0; i--)
        {
            RestingItchOrder* page = (RestingItchOrder*)chunk.Pointer + (i * PageSize);
            *(RestingItchOrder**)page = _freePage;
            _freePage = page;
        }
    }

    /// <summary>A free page is all zeros but for the link to the next, which stands in its first order.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FreePage(Page* page)
    {
        *(RestingItchOrder**)page->Orders = _freePage;
        _freePage = page->Orders;
        page->Orders = _noOrders.Start;
        _pages--;
    }

    private void ClearDirectory(ulong from)
    {
        for (ulong i = from; i < _directorySize; i++)
        {
            _directory[i] = new() { Orders = _noOrders.Start };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Home(ulong reference)
    {
        ulong mixed = (reference ^ _seed) * 0x9e3779b97f4a7c15;
        return (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93 >> 32 & _tableMask;
    }

    private Entry* Probe(ulong reference)
    {
        ulong at = Home(reference);
        while (_table[at].Order.Shares != 0 && _table[at].Reference != reference)
        {
            at = (at + 1) & _tableMask;
        }

        return _table + at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RestingItchOrder* FindHashed(ulong reference)
    {
        RestingItchOrder* order = &Probe(reference)->Order;
        return order->Shares == 0 ? null : order;
    }

    private bool TryAddHashed(ulong reference, int level, uint shares)
    {
        if ((ulong)_hashed > _tableMask / 2)
        {
            GrowTable();
        }

        Entry* entry = Probe(reference);
        if (entry->Order.Shares != 0)
        {
            return false;
        }

        *entry = new() { Reference = reference, Order = new() { Level = level, Shares = shares } };
        _hashed++;
        Count++;
        return true;
    }

    private void TakeTable(ulong size)
    {
        _tableMemory = new((long)size * sizeof(Entry));
        _table = (Entry*)_tableMemory.Pointer;
        _tableMask = size - 1;
    }

    private void GrowTable()
    {
        (NativeBlock memory, ulong size) = (_tableMemory, _tableMask + 1);
        Entry* old = _table;
        TakeTable(size * 2);
        for (ulong i = 0; i < size; i++)
        {
            if (old[i].Order.Shares != 0)
            {
                *Probe(old[i].Reference) = old[i];
            }
        }

        memory.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RemoveHashed(RestingItchOrder* order)
    {
        // Entries behind the hole move up where their home allows it, so that no tombstones gather.
        Entry* table = _table;
        ulong hole = (ulong)((Entry*)((byte*)order - Entry.OrderOffset) - table);
        for (ulong at = (hole + 1) & _tableMask; table[at].Order.Shares != 0; at = (at + 1) & _tableMask)
        {
            if (((at - Home(table[at].Reference)) & _tableMask) >= ((at - hole) & _tableMask))
            {
                table[hole] = table[at];
                hole = at;
            }
        }

        table[hole] = default;
        _hashed--;
        Count--;
    }

    private struct Page
    {
        public RestingItchOrder* Orders;
        public int Count;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public const int OrderOffset = sizeof(ulong);

        public ulong Reference;
        public RestingItchOrder Order;
    }
}
