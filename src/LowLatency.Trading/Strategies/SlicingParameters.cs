using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Trading.Strategies;

/// <summary>Parameters of a <see cref="SlicingStrategy"/>.</summary>
public sealed record SlicingParameters
{
    /// <summary>The most slices.</summary>
    public const int MostSlices = 1_000_000;

    /// <summary>The strategy's name. Default "slicing".</summary>
    public string Name { get; init; } = "slicing";

    /// <summary>What is traded.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>The parent's quantity, whole lots.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Time over which the parent is executed, ns, at least <see cref="IntervalNs"/>; rounded up to whole intervals.</summary>
    public required long HorizonNs { get; init; }

    /// <summary>Time between slices, ns, above 0; at most <see cref="MostSlices"/> of them fit the horizon.</summary>
    public required long IntervalNs { get; init; }

    /// <summary>How long a slice rests at the best price of its own side before the rest of it takes the opposite best, ns, 0 to below <see cref="IntervalNs"/>. Default 0: takes at once.</summary>
    public long PassiveNs { get; init; }

    /// <summary>Never buys above, or sells below; null (the default) for no limit.</summary>
    public Price? LimitPrice { get; init; }

    /// <summary>How many slices there are.</summary>
    internal int Slices => (int)((HorizonNs + IntervalNs - 1) / IntervalNs);

    internal Instrument Check(InstrumentTable instruments)
    {
        ParameterFaults faults = new();
        faults.Name(Name);
        Instrument? instrument = faults.Instrument(Instrument, instruments);
        faults.Require(Side is Side.Buy or Side.Sell, $"side={Side} must be {Side.Buy} or {Side.Sell}");
        faults.Lots("quantity", Quantity, instrument);
        faults.Range("intervalNs", IntervalNs, 1, 1L << 60);
        faults.Range("horizonNs", HorizonNs, IntervalNs, 1L << 60);
        faults.Range("passiveNs", PassiveNs, 0, Math.Max(0, IntervalNs - 1));
        if (IntervalNs > 0 && HorizonNs is > 0 and <= 1L << 60)
        {
            faults.Range("slices", (HorizonNs / IntervalNs) + (HorizonNs % IntervalNs == 0 ? 0 : 1), 1, MostSlices);
        }

        if (LimitPrice is { } limit && instrument is not null)
        {
            faults.Require(limit.Raw > 0 && limit.Raw % instrument.TickSize.Raw == 0, $"limitPrice={limit} must be above 0 and a multiple of tickSize={instrument.TickSize}");
        }

        faults.Throw(Name);
        return instrument!;
    }
}
