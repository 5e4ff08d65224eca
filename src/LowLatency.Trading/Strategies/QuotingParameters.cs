using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Strategies;

/// <summary>Parameters of a <see cref="QuotingStrategy"/>.</summary>
public sealed record QuotingParameters
{
    /// <summary>The strategy's name. Default "quoting".</summary>
    public string Name { get; init; } = "quoting";

    /// <summary>What is quoted.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>What <see cref="DistanceTicks"/> is measured from. Default: the mid.</summary>
    public QuoteReference Reference { get; init; } = QuoteReference.Mid;

    /// <summary>Ticks between the reference and each quote, 0 to 1,000,000. Default 1.</summary>
    public int DistanceTicks { get; init; } = 1;

    /// <summary>Quantity of each quote, whole lots.</summary>
    public required Quantity Size { get; init; }

    /// <summary>Largest position, long or short, counting the working quote as filled; whole lots.</summary>
    public required Quantity MaxPosition { get; init; }

    /// <summary>Ticks both quotes move against the position per <see cref="Size"/> of it, 0 to 1,000,000; 0 does not skew. Default 0.</summary>
    public int SkewTicks { get; init; }

    /// <summary>A working quote is moved when the price it should have is so many ticks away, 1 to 1,000,000. Default 1.</summary>
    public int RequoteTicks { get; init; } = 1;

    /// <summary>Moves quotes by replacement (default), else by cancel and a new order.</summary>
    public bool UseReplace { get; init; } = true;

    /// <summary>How long a side pauses after something of it was refused, ns, 0 to 2^60. Default 100 ms.</summary>
    public long RejectPauseNs { get; init; } = 100_000_000;

    internal Instrument Check(InstrumentTable instruments)
    {
        ParameterFaults faults = new();
        faults.Name(Name);
        Instrument? instrument = faults.Instrument(Instrument, instruments);
        faults.Require(Reference is QuoteReference.Mid or QuoteReference.Best, $"reference={Reference} must be {QuoteReference.Mid} or {QuoteReference.Best}");
        faults.Range("distanceTicks", DistanceTicks, 0, 1_000_000);
        faults.Lots("size", Size, instrument);
        faults.Lots("maxPosition", MaxPosition, instrument);
        faults.Range("skewTicks", SkewTicks, 0, 1_000_000);
        faults.Range("requoteTicks", RequoteTicks, 1, 1_000_000);
        faults.Range("rejectPauseNs", RejectPauseNs, 0, 1L << 60);
        faults.Throw(Name);
        return instrument!;
    }
}
