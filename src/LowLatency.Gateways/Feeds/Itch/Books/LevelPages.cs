using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The displayed sizes of the levels of all books, in pages of 64 neighbouring prices; a level stays where it is as long as anything is displayed there.</summary>
/// <remarks>
/// A level is page times 64 plus its place in the page; sizes of pages that are free are 0. Grows by doubling, in native memory on huge pages where the host has them. Addresses change then, numbers do not.
/// </remarks>
internal sealed unsafe class LevelPages : IDisposable
{
    /// <summary>Prices of a page.</summary>
    public const int PageSize = 64;

    /// <summary>What <see cref="TryTake"/> returns where there are no more pages.</summary>
    public const int None = -1;

    private const int MostPages = 1 << 22;

    private NativeBlock _sizes;
    private NativeBlock _owners;
    private int _capacity;
    private int _used;
    private int _free = None;

    /// <summary>No pages in use, room for some.</summary>
    public LevelPages(int pages) => Grow(pages);

    /// <summary>The size displayed at a level.</summary>
    public long* Sizes { get; private set; }

    /// <summary>Whose a page is, as given when it was taken.</summary>
    public int* Owners { get; private set; }

    /// <summary>The most pages in use at a time so far.</summary>
    public int Taken => _used;

    /// <summary>Takes a page for an owner; <see cref="None"/> when four million are in use.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int TryTake(int owner)
    {
        int page = _free;
        if (page != None)
        {
            _free = Owners[page];
        }
        else if (_used == MostPages)
        {
            return None;
        }
        else
        {
            if (_used == _capacity)
            {
                Grow(_used * 2);
            }

            page = _used++;
        }

        Owners[page] = owner;
        return page;
    }

    /// <summary>Gives a page back whose sizes are all 0.</summary>
    public void Return(int page)
    {
        Owners[page] = _free;
        _free = page;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sizes.Dispose();
        _owners.Dispose();
    }

    private void Grow(int pages)
    {
        NativeBlock sizes = new((long)pages * PageSize * sizeof(long));
        NativeBlock owners = new((long)pages * sizeof(int));
        if (_capacity != 0)
        {
            Buffer.MemoryCopy(Sizes, sizes.Pointer, (long)pages * PageSize * sizeof(long), (long)_capacity * PageSize * sizeof(long));
            Buffer.MemoryCopy(Owners, owners.Pointer, (long)pages * sizeof(int), (long)_capacity * sizeof(int));
            Dispose();
        }

        (_sizes, _owners, _capacity) = (sizes, owners, pages);
        Sizes = (long*)sizes.Pointer;
        Owners = (int*)owners.Pointer;
    }
}
