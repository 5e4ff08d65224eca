using System.Numerics;

namespace LowLatency.Testing.Itch;

/// <summary>One stock of a generated day: its orders in order of arrival, roughly, and a middle price that no order reaches from either side.</summary>
internal sealed class ItchDayStock(ushort locate, string symbol, uint tick, uint middle)
{
    private const int Range = 128;

    private readonly int[] _bids = new int[(Range * 2) + 1];
    private readonly int[] _asks = new int[(Range * 2) + 1];
    private ItchDayOrder[] _orders = new ItchDayOrder[64];
    private int _drift;

    public ushort Locate => locate;

    public string Symbol => symbol;

    public int Count { get; private set; }

    public uint Middle => (uint)(middle + (_drift * (int)tick));

    public ItchDayOrder this[int index] => _orders[index];

    public void Add(in ItchDayOrder order)
    {
        if (Count == _orders.Length)
        {
            Array.Resize(ref _orders, Count * 2);
        }

        _orders[Count++] = order;
        CountAt(in order, 1);
    }

    public void Remove(int index)
    {
        CountAt(in _orders[index], -1);
        _orders[index] = _orders[--Count];
    }

    public void Take(int index, uint shares)
    {
        _orders[index].Shares -= shares;
        if (_orders[index].Shares == 0)
        {
            Remove(index);
        }
    }

    /// <summary>Mostly one of the last sixteen, else any.</summary>
    public int PickRecent(ref SplitMix64 random) => random.Below(8) == 0 ? random.Below(Count) : Count - 1 - random.Below(Math.Min(Count, 16));

    /// <summary>Of some recent orders the one nearest to the middle.</summary>
    public int PickAggressive(ref SplitMix64 random)
    {
        int best = PickRecent(ref random);
        for (int tries = 0; tries < 6; tries++)
        {
            int other = PickRecent(ref random);
            best = Distance(other) < Distance(best) ? other : best;
        }

        return best;
    }

    /// <summary>A price that does not cross, half of them at the nearest tick, a quarter at the next, and now and then one far off.</summary>
    public uint PriceNear(bool isBuy, ref SplitMix64 random)
    {
        int ticks = 1 + BitOperations.TrailingZeroCount((uint)random.Next() | 0x80000000) + (random.Below(16) == 0 ? random.Below(64) : 0);
        return (uint)(Middle + ((isBuy ? -ticks : ticks) * (int)tick));
    }

    /// <summary>Moves the middle by a tick where no order is in the way.</summary>
    public void Drift(ref SplitMix64 random)
    {
        int step = (random.Below(3) - 1) * (random.Below(4) == 0 ? 1 : 0);
        int to = _drift + step;
        if (Math.Abs(to) < Range / 2 && _bids[to + Range] == 0 && _asks[to + Range] == 0)
        {
            _drift = to;
        }
    }

    private long Distance(int index) => Math.Abs((long)_orders[index].Price4 - Middle);

    private void CountAt(in ItchDayOrder order, int count)
    {
        long ticks = ((long)order.Price4 - middle) / tick;
        if (Math.Abs(ticks) <= Range)
        {
            (order.IsBuy ? _bids : _asks)[ticks + Range] += count;
        }
    }
}
