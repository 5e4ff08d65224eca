using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Binance;

/// <summary>One side of a book by price, of any range and number of levels.</summary>
internal sealed class BinanceBookSide(Side side)
{
    // Keyed so that the best price has the smallest key on both sides.
    private readonly SortedSet<long> _keys = [];
    private readonly Dictionary<long, long> _sizes = [];
    private readonly long _sign = -side.Sign();

    /// <summary>The best price; 0 when the side is empty.</summary>
    public long BestPrice => _keys.Count == 0 ? 0 : _keys.Min * _sign;

    /// <summary>The size there; 0 when the side is empty.</summary>
    public long BestSize => _keys.Count == 0 ? 0 : _sizes[_keys.Min];

    /// <summary>Sets the displayed size of a price; 0 removes the level.</summary>
    public void Set(Price price, Quantity size)
    {
        long key = price.Raw * _sign;
        if (size.Raw == 0)
        {
            if (_sizes.Remove(key))
            {
                _keys.Remove(key);
            }
        }
        else
        {
            if (!_sizes.ContainsKey(key))
            {
                _keys.Add(key);
            }

            _sizes[key] = size.Raw;
        }
    }

    /// <summary>Removes the levels from the best down to and including a price.</summary>
    public void Clear(Price worst)
    {
        while (_keys.Count > 0 && _keys.Min is var best && best <= worst.Raw * _sign)
        {
            _keys.Remove(best);
            _sizes.Remove(best);
        }
    }
}
