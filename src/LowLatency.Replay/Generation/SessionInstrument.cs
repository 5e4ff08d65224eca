using LowLatency.Primitives.Numerics;

namespace LowLatency.Replay.Generation;

/// <summary>An instrument of a generated session and how its market behaves.</summary>
public sealed record SessionInstrument
{
    /// <summary>The symbol, as the instrument table allows.</summary>
    public required string Symbol { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The smallest price step.</summary>
    public Price TickSize { get; init; } = new(1_000_000);

    /// <summary>The smallest quantity step.</summary>
    public Quantity LotSize { get; init; } = Quantity.FromWhole(1);

    /// <summary>Where the latent price begins, in ticks; more than twice <see cref="RangeTicks"/>.</summary>
    public required int ReferenceTicks { get; init; }

    /// <summary>How far the latent price may go from the reference, in ticks, 50 to 100,000; orders go twice as far at most.</summary>
    public int RangeTicks { get; init; } = 1500;

    /// <summary>Deviation of the latent price's move between two actions in this instrument, in thousandths of a tick, 0 to 10,000.</summary>
    public int VolatilityMilliticks { get; init; } = 100;

    /// <summary>Distance from the latent price to where quoting begins, in thousandths of a tick, 100 to 50,000.</summary>
    public int HalfSpreadMilliticks { get; init; } = 800;

    /// <summary>Mean distance of a new order from where quoting begins, in ticks, 1 to 1,000.</summary>
    public int DepthTicks { get; init; } = 5;

    /// <summary>Mean quantity of an order in lots, 1 to 1,000,000.</summary>
    public int MeanLots { get; init; } = 150;

    /// <summary>Orders the book tends to hold, 50 to 100,000.</summary>
    public int RestingOrders { get; init; } = 400;

    /// <summary>Share of the session's actions, relative to the other instruments', 1 to 1,000.</summary>
    public int Weight { get; init; } = 10;
}
