using LowLatency.Markets.Instruments;

namespace LowLatency.Replay.Generation;

/// <summary>What session is generated. Equal options give equal bytes on every machine.</summary>
public sealed record SessionOptions
{
    private const long MostNs = 1L << 39;

    /// <summary>Chooses the session among those of otherwise equal options.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>After how many events the market closes, 1,000 to 2^39; the opening book is written whole and the last taker served in any case.</summary>
    public long Events { get; init; } = 200_000;

    /// <summary>After which time from the opening the market closes at the latest, in ns; 1 s to a day.</summary>
    public long DurationNs { get; init; } = 3_600L * 1_000_000_000;

    /// <summary>Exchange time of the first event, ns since 1970-01-01 UTC; 2000 to 2100. By default 2024-01-02 14:29:59 UTC, one second before the opening.</summary>
    public long StartNs { get; init; } = 1_704_205_799_000_000_000;

    /// <summary>Mean time between two actions in calm trading, in ns, 100 to 2^39; bursts are about ten times as dense.</summary>
    public long CalmGapNs { get; init; } = 50_000_000;

    /// <summary>The shortest time from the venue to the receiver, in ns, 0 to 2^39.</summary>
    public long FeedDelayNs { get; init; } = 40_000;

    /// <summary>Mean of what is added to it at random, in ns, 0 to 2^39.</summary>
    public long FeedJitterNs { get; init; } = 15_000;

    /// <summary>The instruments, 1 to 1,000. By default four: a cheap one with a thick book, two ordinary ones, an expensive lively one.</summary>
    public IReadOnlyList<SessionInstrument> Instruments { get; init; } =
    [
        new()
        {
            Symbol = "ALDER",
            ReferenceTicks = 3_215,
            RangeTicks = 500,
            VolatilityMilliticks = 15,
            HalfSpreadMilliticks = 500,
            DepthTicks = 3,
            MeanLots = 600,
            RestingOrders = 700,
            Weight = 8,
        },
        new() { Symbol = "BIRCH", ReferenceTicks = 8_450, VolatilityMilliticks = 50, HalfSpreadMilliticks = 700, DepthTicks = 4, Weight = 12 },
        new()
        {
            Symbol = "CEDAR",
            ReferenceTicks = 18_720,
            VolatilityMilliticks = 120,
            HalfSpreadMilliticks = 1_200,
            DepthTicks = 7,
            MeanLots = 110,
            Weight = 12,
        },
        new()
        {
            Symbol = "ROWAN",
            ReferenceTicks = 52_400,
            RangeTicks = 5_000,
            VolatilityMilliticks = 350,
            HalfSpreadMilliticks = 4_000,
            DepthTicks = 15,
            MeanLots = 60,
            RestingOrders = 300,
            Weight = 6,
        },
    ];

    /// <summary>Everything wrong with the options, each with <c>name=value</c>.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        Require(faults, "events", Events, 1_000, MostNs);
        Require(faults, "durationNs", DurationNs, 1_000_000_000, 86_400L * 1_000_000_000);
        Require(faults, "startNs", StartNs, 946_684_800L * 1_000_000_000, 4_102_444_800L * 1_000_000_000);
        Require(faults, "calmGapNs", CalmGapNs, 100, MostNs);
        Require(faults, "feedDelayNs", FeedDelayNs, 0, MostNs);
        Require(faults, "feedJitterNs", FeedJitterNs, 0, MostNs);
        Require(faults, "instruments", Instruments.Count, 1, 1_000);
        InstrumentTable table = new();
        foreach (SessionInstrument instrument in Instruments)
        {
            AddFaults(faults, instrument, table);
        }

        return faults;
    }

    private static void AddFaults(List<string> faults, SessionInstrument instrument, InstrumentTable table)
    {
        string of = $"{instrument.Symbol}.";
        try
        {
            table.Add(instrument.Symbol, instrument.Currency, instrument.TickSize, instrument.LotSize);
        }
        catch (ArgumentException wrong)
        {
            faults.Add(wrong.Message);
        }

        Require(faults, of + "rangeTicks", instrument.RangeTicks, 50, 100_000);
        Require(faults, of + "referenceTicks", instrument.ReferenceTicks, (2L * instrument.RangeTicks) + 1, int.MaxValue / 2);
        Require(faults, of + "volatilityMilliticks", instrument.VolatilityMilliticks, 0, 10_000);
        Require(faults, of + "halfSpreadMilliticks", instrument.HalfSpreadMilliticks, 100, 50_000);
        Require(faults, of + "depthTicks", instrument.DepthTicks, 1, 1_000);
        Require(faults, of + "meanLots", instrument.MeanLots, 1, 1_000_000);
        Require(faults, of + "restingOrders", instrument.RestingOrders, 50, 100_000);
        Require(faults, of + "weight", instrument.Weight, 1, 1_000);
        Int128 highest = ((Int128)instrument.ReferenceTicks + (2 * (Int128)instrument.RangeTicks)) * instrument.TickSize.Raw;
        Int128 largest = (Int128)instrument.MeanLots * SessionMarket.MostTimesMeanLots * instrument.LotSize.Raw;
        if (highest > long.MaxValue)
        {
            faults.Add($"{of}tickSize={instrument.TickSize} makes prices that are out of range");
        }

        if (largest > long.MaxValue)
        {
            faults.Add($"{of}lotSize={instrument.LotSize} makes quantities that are out of range");
        }
    }

    private static void Require(List<string> faults, string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            faults.Add($"{name}={value} must be from {least} to {most}");
        }
    }
}
