using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>Walks the levels of a ladder from the best to worse, as prices and sizes.</summary>
internal unsafe struct ItchLadderWalk
{
    private readonly ItchLadder* _ladder;
    private readonly LevelPages _pages;
    private readonly uint _mask;
    private readonly uint _unit;
    private uint _key;

    public ItchLadderWalk(ItchLadder* ladder, Side side, uint unit, LevelPages pages)
    {
        _ladder = ladder;
        _pages = pages;
        _unit = unit;
        _mask = side == Side.Sell ? uint.MaxValue : 0;
        Find(uint.MaxValue);
    }

    /// <summary>False when the walk is over.</summary>
    public bool HasLevel { get; private set; }

    /// <summary>The present level, while there is one.</summary>
    public ItchLevel Level { get; private set; }

    /// <summary>Goes to the next worse level.</summary>
    public void MoveNext()
    {
        HasLevel = _key != 0;
        if (HasLevel)
        {
            Find(_key - 1);
        }
    }

    private void Find(uint from)
    {
        HasLevel = _ladder->TryAtOrBelow(from, out _key, out int level);
        Level = HasLevel ? new((_key ^ _mask) * _unit, _pages.Sizes[level]) : default;
    }
}
