using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Risk;

/// <summary>The last best bid and ask of each instrument, raw 1e-8, 0 where a side is empty. Owned by the risk stage.</summary>
internal sealed unsafe class ReferencePrices : IDisposable
{
    private readonly NativeBuffer<long> _buffer;
    private readonly long* _prices;
    private readonly uint _instruments;

    public ReferencePrices(int instruments)
    {
        _instruments = (uint)instruments + 1;
        _buffer = new NativeBuffer<long>(checked((int)_instruments * 2));
        _prices = _buffer.Start;

        // Instrument 0 is "unknown": it counts as priced, since the order has been refused for that already.
        _prices[0] = _prices[1] = 1;
    }

    /// <summary>How many instruments there are.</summary>
    public int Instruments => (int)_instruments - 1;

    /// <summary>Bid and ask of an instrument, in this order: an aggressor who buys pays the second. Both are 0 where there is no price at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long* Of(InstrumentId instrument) => _prices + (Index(instrument) * 2);

    /// <summary>True when at least one side has a price.</summary>
    public bool IsKnown(InstrumentId instrument)
    {
        long* best = Of(instrument);
        return (best[0] | best[1]) != 0;
    }

    /// <summary>Takes a new top of book. False for an unknown instrument or a price or size below zero: nothing is taken.</summary>
    /// <param name="instrument">Any number.</param>
    /// <param name="top">Prices and sizes.</param>
    /// <param name="moved">Whether a best price is another than before.</param>
    public bool Set(InstrumentId instrument, in TopOfBook top, out bool moved)
    {
        long bid = top.HasBid ? top.BidPrice.Raw : 0;
        long ask = top.HasAsk ? top.AskPrice.Raw : 0;
        moved = false;
        uint i = Index(instrument) * 2;
        if (i == 0 || bid < 0 || ask < 0 || top.BidQuantity.Raw < 0 || top.AskQuantity.Raw < 0)
        {
            return false;
        }

        moved = _prices[i] != bid || _prices[i + 1] != ask;
        _prices[i] = bid;
        _prices[i + 1] = ask;
        return true;
    }

    public void Dispose() => _buffer.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Index(InstrumentId instrument) => (uint)instrument.Value < _instruments ? (uint)instrument.Value : 0;
}
