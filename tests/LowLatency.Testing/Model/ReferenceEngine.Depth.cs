using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>The known book, and what an order would pay in it.</summary>
public sealed partial class ReferenceEngine
{
    private readonly Dictionary<(InstrumentId Instrument, Side Side, int Level), (BigInteger Price, BigInteger Quantity)> _depth = [];

    private void Depth(EngineEvent e)
    {
        if (!IsInstrument(e.Instrument) || e.Side is not (Side.Buy or Side.Sell) || e.DepthLevel > 9 || e.Price.Raw < 0 || e.Quantity.Raw < 0)
        {
            Count("BadMarketData");
            return;
        }

        _depth[(e.Instrument, e.Side, e.DepthLevel)] = (e.Price.Raw, e.Quantity.Raw);
    }

    /// <summary>The levels of a side up to the first that is empty or not worse than the one before.</summary>
    private List<(BigInteger Price, BigInteger Quantity)> Known(InstrumentId instrument, Side side)
    {
        List<(BigInteger Price, BigInteger Quantity)> known = [];
        for (int i = 0; i < 10 && _depth.TryGetValue((instrument, side, i), out (BigInteger Price, BigInteger Quantity) level); i++)
        {
            bool isWorse = known.Count == 0 || (side == Side.Sell ? level.Price > known[^1].Price : level.Price < known[^1].Price);
            if (level.Price == 0 || level.Quantity == 0 || !isWorse)
            {
                break;
            }

            known.Add(level);
        }

        return known;
    }

    private Measured Sweep(Demand demand)
    {
        bool buys = demand.Side == Side.Buy;
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        BigInteger touch = buys ? ask : bid;
        BigInteger left = demand.Quantity - demand.Executed;
        bool reaches = touch != 0 && (demand.IsMarket || (buys ? demand.Price >= touch : demand.Price <= touch));
        if (Limit(RiskLimitKind.MaxSweepBps, demand) is not { } bps || !reaches || left <= 0)
        {
            return new(0, null, false, long.MaxValue, IsShare: false);
        }

        List<(BigInteger Price, BigInteger Quantity)> known = Known(demand.Instrument, buys ? Side.Sell : Side.Buy);
        List<(BigInteger Price, BigInteger Quantity)> within = [.. known.TakeWhile(level => demand.IsMarket || (buys ? level.Price <= demand.Price : level.Price >= demand.Price))];
        BigInteger quantity = 0;
        BigInteger cost = 0;
        foreach ((BigInteger price, BigInteger size) in within)
        {
            BigInteger taken = BigInteger.Min(left - quantity, size);
            quantity += taken;
            cost += price * taken;
        }

        BigInteger share = touch * bps / 10_000;
        BigInteger furthest = buys ? BigInteger.Min(touch + share, long.MaxValue) : BigInteger.Max(touch - share, 0);
        bool isUnknown = quantity < left && within.Count == known.Count;
        bool isFar = buys ? cost > furthest * quantity : cost < furthest * quantity;
        return new(quantity == 0 ? 0 : cost / quantity, furthest, isUnknown || isFar, long.MaxValue, IsShare: false);
    }
}
