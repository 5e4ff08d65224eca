using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Risk.Market;

/// <summary>The known book of each instrument, up to <see cref="Levels"/> a side, as sequenced events brought it. Owned by the risk stage.</summary>
/// <remarks>A side is known up to its first empty level, or the first that is not worse than the one before.</remarks>
internal sealed unsafe class DepthTable : IDisposable
{
    /// <summary>Levels a side.</summary>
    public const int Levels = 10;

    private readonly NativeBuffer<DepthLevel> _buffer;
    private readonly DepthLevel* _levels;
    private readonly uint _instruments;

    public DepthTable(int instruments)
    {
        _instruments = (uint)instruments + 1;
        _buffer = new NativeBuffer<DepthLevel>(checked((int)_instruments * 2 * Levels));
        _levels = _buffer.Start;
    }

    /// <summary>Takes a level. False for an unknown instrument, side or level, or a price or quantity below zero: nothing is taken.</summary>
    /// <param name="instrument">Any number.</param>
    /// <param name="side">Whose orders stand there.</param>
    /// <param name="level">From 0, the best.</param>
    /// <param name="price">Raw 1e-8.</param>
    /// <param name="quantity">Raw 1e-8; 0 empties the level.</param>
    public bool Set(InstrumentId instrument, Side side, int level, long price, long quantity)
    {
        bool isLevel = (uint)instrument.Value - 1 < _instruments - 1 && side is Side.Buy or Side.Sell && level is >= 0 and < Levels;
        if (!isLevel || price < 0 || quantity < 0)
        {
            return false;
        }

        Of(instrument, side)[level] = new DepthLevel { Price = price, Quantity = price == 0 ? 0 : quantity };
        return true;
    }

    /// <summary>What an order would execute in the known book, and at what cost.</summary>
    /// <param name="instrument">A known instrument.</param>
    /// <param name="side">The order's side.</param>
    /// <param name="price">The furthest price it may execute at, raw.</param>
    /// <param name="quantity">How much it wants, raw, above 0.</param>
    public SweepResult Sweep(InstrumentId instrument, Side side, long price, long quantity)
    {
        SweepResult result = new() { Left = quantity };
        bool buys = side == Side.Buy;
        DepthLevel* level = Of(instrument, buys ? Side.Sell : Side.Buy);
        long before = buys ? 0 : long.MaxValue;
        for (int i = 0; i < Levels && result.Left > 0; i++, level++)
        {
            bool isWorse = buys ? level->Price > before : level->Price < before;
            if (level->Quantity == 0 || !isWorse)
            {
                return result;
            }

            if (buys ? level->Price > price : level->Price < price)
            {
                // The rest would rest.
                result.Left = 0;
                return result;
            }

            before = level->Price;
            result.Take(level->Price, Math.Min(result.Left, level->Quantity));
        }

        return result;
    }

    public void Dispose() => _buffer.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DepthLevel* Of(InstrumentId instrument, Side side) => _levels + (((instrument.Value * 2) + (side == Side.Buy ? 0 : 1)) * Levels);
}
