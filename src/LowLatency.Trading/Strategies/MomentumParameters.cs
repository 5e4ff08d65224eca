using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Strategies;

/// <summary>Parameters of a <see cref="MomentumStrategy"/>.</summary>
public sealed record MomentumParameters
{
    /// <summary>The strategy's name. Default "momentum".</summary>
    public string Name { get; init; } = "momentum";

    /// <summary>What is traded.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Which prices are averaged. Default: the mid.</summary>
    public MomentumSource Source { get; init; } = MomentumSource.Mid;

    /// <summary>Shortest time between two prices taken, ns, 0 to 2^60. Default 0: every one.</summary>
    public long SampleIntervalNs { get; init; }

    /// <summary>Prices in the fast average, 1 to below <see cref="SlowSamples"/>. Default 20.</summary>
    public int FastSamples { get; init; } = 20;

    /// <summary>Prices in the slow average, 2 to 1,000,000. Default 100.</summary>
    public int SlowSamples { get; init; } = 100;

    /// <summary>The fast average must be beyond the slow one by more than so many ticks to enter, 0 to 1,000,000. Default 1.</summary>
    public int ThresholdTicks { get; init; } = 1;

    /// <summary>Largest quantity of one order, whole lots.</summary>
    public required Quantity Size { get; init; }

    /// <summary>The position held in a trend, long or short, whole lots.</summary>
    public required Quantity MaxPosition { get; init; }

    /// <summary>Ticks an order's limit lies beyond the opposite best, 0 to 1,000,000. Default 0.</summary>
    public int SlippageTicks { get; init; }

    /// <summary>Pause after an order was refused, ns, 0 to 2^60. Default 100 ms.</summary>
    public long RejectPauseNs { get; init; } = 100_000_000;

    internal Instrument Check(InstrumentTable instruments)
    {
        ParameterFaults faults = new();
        faults.Name(Name);
        Instrument? instrument = faults.Instrument(Instrument, instruments);
        faults.Require(Source is MomentumSource.Mid or MomentumSource.Trade, $"source={Source} must be {MomentumSource.Mid} or {MomentumSource.Trade}");
        faults.Range("sampleIntervalNs", SampleIntervalNs, 0, 1L << 60);
        faults.Range("fastSamples", FastSamples, 1, Math.Max(1, (long)SlowSamples - 1));
        faults.Range("slowSamples", SlowSamples, 2, 1_000_000);
        faults.Range("thresholdTicks", ThresholdTicks, 0, 1_000_000);
        faults.Lots("size", Size, instrument);
        faults.Lots("maxPosition", MaxPosition, instrument);
        faults.Range("slippageTicks", SlippageTicks, 0, 1_000_000);
        faults.Range("rejectPauseNs", RejectPauseNs, 0, 1L << 60);
        faults.Throw(Name);
        return instrument!;
    }
}
