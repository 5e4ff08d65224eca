using LowLatency.Markets.Data;
using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Gateways.Feeds.Binance;

/// <summary>A book by price that is obviously right.</summary>
internal sealed class NaiveLevelBook
{
    private readonly Dictionary<long, long> _bids = [];
    private readonly Dictionary<long, long> _asks = [];

    public int Levels => _bids.Count + _asks.Count;

    public void Apply(in MarketEvent change)
    {
        bool isBid = change.Side == Side.Buy;
        Dictionary<long, long> side = isBid ? _bids : _asks;
        long price = change.Price.Raw;
        if (change.Kind == MarketEventKind.LevelSet)
        {
            side.Remove(price);
            if (change.Quantity.Raw > 0)
            {
                side.Add(price, change.Quantity.Raw);
            }
        }
        else if (change.Kind == MarketEventKind.LevelsCleared)
        {
            foreach (long gone in side.Keys.Where(p => isBid ? p >= price : p <= price).ToList())
            {
                side.Remove(gone);
            }
        }
    }

    public IEnumerable<(long Price, long Quantity)> Bids() => _bids.OrderByDescending(l => l.Key).Select(l => (l.Key, l.Value));

    public IEnumerable<(long Price, long Quantity)> Asks() => _asks.OrderBy(l => l.Key).Select(l => (l.Key, l.Value));
}
