using LowLatency.Hosting.Configuration;
using LowLatency.Primitives.Numerics;
using LowLatency.Replay.Results;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Cli.Output;

/// <summary>A replay's result, with the sums over its positions.</summary>
/// <param name="Input">What was replayed.</param>
/// <param name="Engine">Where the engine ran, in words.</param>
/// <param name="Topology">Where the engine ran, in the word of configurations.</param>
/// <param name="Definition">What the engine was built from.</param>
/// <param name="Summary">What happened.</param>
/// <param name="Latencies">How long the engine took.</param>
internal sealed record ReplayResult(
    string Input,
    string Engine,
    EngineTopology Topology,
    EngineDefinition Definition,
    ReplaySummary Summary,
    StageLatencies Latencies)
{
    /// <summary>Positions are of one currency, so that money may be summed.</summary>
    public bool HasOneCurrency => Summary.Positions.Select(one => one.Instrument.Currency).Distinct(StringComparer.Ordinal).Count() <= 1;

    /// <summary>The sum of the positions, meaningful for one instrument.</summary>
    public Int128 Position => Sum(one => one.Position.Raw);

    /// <summary>Fees paid.</summary>
    public Notional? Fees => Money(one => one.Fees);

    /// <summary>Profit of what was closed, before fees.</summary>
    public Notional? RealizedPnl => Money(one => one.RealizedPnl);

    /// <summary>Profit of what is open at the last mid, before fees; null when something open has no price.</summary>
    public Notional? UnrealizedPnl => Summary.Positions.Any(one => one.UnrealizedPnl is null) ? null : Money(one => one.UnrealizedPnl!.Value);

    private Notional? Money(Func<ReplayPosition, Notional> amount) => HasOneCurrency ? new Notional(Sum(one => amount(one).Raw)) : null;

    private Int128 Sum(Func<ReplayPosition, Int128> value) => Summary.Positions.Aggregate((Int128)0, (sum, one) => checked(sum + value(one)));
}
