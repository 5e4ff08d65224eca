using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The levels of one side of a book on one price grid, as pages of 64 keys from the best down; the greater key is the better. All zeros when empty.</summary>
/// <remarks>
/// One cache line, in native memory: the three best pages stand in it, further ones in memory of their own that grows by doubling. Finding the best level is reading the first page.
/// <code>
/// 0   pages         i32
/// 4   room          i32  for further pages
/// 8   further pages      pointer, null until there is one
/// 16  best three    16 bytes each
/// </code>
/// Invariant: numbers fall from page to page; a page has a key occupied; a key is occupied exactly when its size is not 0.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ItchLadder
{
    private const int Near = 3;
    private const int PageBits = 6;
    private const uint KeyMask = LevelPages.PageSize - 1;

    private int _count;
    private int _room;
    private ItchLadderPage* _further;
    private ItchLadderPage _first;
    private ItchLadderPage _second;
    private readonly ItchLadderPage _third;

    /// <summary>Whether nothing is displayed.</summary>
    public readonly bool IsEmpty => _count == 0;

    /// <summary>The best key; without meaning when the ladder is empty.</summary>
    public readonly uint BestKey => KeyOf(in _first, BitOperations.Log2(_first.Occupied));

    /// <summary>The level of <see cref="BestKey"/>.</summary>
    public readonly int BestLevel => (_first.Page << PageBits) | BitOperations.Log2(_first.Occupied);

    /// <summary>How many keys have something displayed.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            for (int i = 0; i < _count; i++)
            {
                count += BitOperations.PopCount(At(i)->Occupied);
            }

            return count;
        }
    }

    /// <summary>Marks a key as occupied, since something is about to be displayed at it, and gives its level; <see cref="LevelPages.None"/> when there are no more pages.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Occupy(uint key, LevelPages pages, int owner)
    {
        ref ItchLadderPage page = ref _first;
        if (_first.Number != key >> PageBits || _first.Occupied == 0)
        {
            page = ref FindOrAdd(key >> PageBits, pages, owner);
            if (Unsafe.IsNullRef(ref page))
            {
                return LevelPages.None;
            }
        }

        page.Occupied |= 1UL << (int)(key & KeyMask);
        return (page.Page << PageBits) | (int)(key & KeyMask);
    }

    /// <summary>Takes the mark off a level whose size has become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Vacate(int level, LevelPages pages)
    {
        int number = level >> PageBits;
        int index = _first.Page == number && _first.Occupied != 0 ? 0 : IndexOf(number);
        ItchLadderPage* page = index == 0 ? (ItchLadderPage*)Unsafe.AsPointer(ref _first) : At(index);
        page->Occupied &= ~(1UL << (int)((uint)level & KeyMask));
        if (page->Occupied == 0)
        {
            RemoveAt(index);
            pages.Return(number);
        }
    }

    /// <summary>Where the level of a key most likely is, for prefetching: any number of a level that exists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int GuessLevel(uint key) => ((_first.Number == key >> PageBits ? _first.Page : _second.Page) << PageBits) | (int)(key & KeyMask);

    /// <summary>The greatest occupied key not above the given one, and its level.</summary>
    public readonly bool TryAtOrBelow(uint key, out uint found, out int level)
    {
        for (int i = 0; i < _count; i++)
        {
            ItchLadderPage* page = At(i);
            ulong occupied = page->Number > key >> PageBits ? 0
                : page->Number == key >> PageBits ? page->Occupied << (int)(KeyMask - (key & KeyMask)) >> (int)(KeyMask - (key & KeyMask))
                : page->Occupied;
            if (occupied != 0)
            {
                found = KeyOf(in *page, BitOperations.Log2(occupied));
                level = (page->Page << PageBits) | BitOperations.Log2(occupied);
                return true;
            }
        }

        found = 0;
        level = LevelPages.None;
        return false;
    }

    /// <summary>Checks the invariant; false with the first broken promise.</summary>
    public readonly bool CheckInvariants(LevelPages pages, int owner, out string broken)
    {
        broken = "";
        for (int i = 0; i < _count && broken.Length == 0; i++)
        {
            ItchLadderPage* page = At(i);
            broken = page->Occupied == 0 ? $"page={i} is empty"
                : i > 0 && page->Number >= At(i - 1)->Number ? $"page={i} number={page->Number} does not fall"
                : pages.Owners[page->Page] != owner ? $"page={i} has owner={pages.Owners[page->Page]}, not {owner}"
                : "";
            for (int k = 0; k < LevelPages.PageSize && broken.Length == 0; k++)
            {
                long size = pages.Sizes[(page->Page << PageBits) | k];
                broken = size < 0 || size != 0 != ((page->Occupied >> k & 1) != 0) ? $"key={KeyOf(in *page, k)} has size={size}, occupied={page->Occupied:x}" : "";
            }
        }

        return broken.Length == 0;
    }

    /// <summary>Gives back the memory of further pages; the pages themselves stay taken.</summary>
    public void Dispose() => NativeMemory.Free(_further);

    private static uint KeyOf(in ItchLadderPage page, int place) => (page.Number << PageBits) | (uint)place;

    private readonly ItchLadderPage* At(int index) =>
        index < Near ? (ItchLadderPage*)Unsafe.AsPointer(ref Unsafe.AsRef(in _first)) + index : _further + (index - Near);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int IndexOf(int page)
    {
        int index = 0;
        while (At(index)->Page != page)
        {
            index++;
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref ItchLadderPage FindOrAdd(uint number, LevelPages pages, int owner)
    {
        int index = 0;
        while (index < _count && At(index)->Number > number)
        {
            index++;
        }

        if (index == _count || At(index)->Number != number)
        {
            int page = pages.TryTake(owner);
            if (page == LevelPages.None)
            {
                return ref Unsafe.NullRef<ItchLadderPage>();
            }

            InsertAt(index, new() { Number = number, Page = page });
        }

        return ref *At(index);
    }

    private void InsertAt(int index, in ItchLadderPage page)
    {
        if (_count - Near == _room)
        {
            _room = Math.Max(4, _room * 2);
            _further = (ItchLadderPage*)NativeMemory.Realloc(_further, (nuint)_room * (nuint)sizeof(ItchLadderPage));
        }

        _count++;
        for (int i = _count - 1; i > index; i--)
        {
            *At(i) = *At(i - 1);
        }

        *At(index) = page;
    }

    private void RemoveAt(int index)
    {
        _count--;
        for (int i = index; i < _count; i++)
        {
            *At(i) = *At(i + 1);
        }

        *At(_count) = default;
    }
}
