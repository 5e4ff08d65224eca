using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Strategies;

namespace LowLatency.Hosting.Configuration.Strategies;

/// <summary>A parent order sliced over time.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="Name">The name in reports.</param>
/// <param name="Account">The account it trades for.</param>
/// <param name="Symbol">What it trades.</param>
/// <param name="Parameters">Its parameters, but for name and instrument.</param>
public sealed record SlicingSettings(string Path, string Name, string Account, string Symbol, SlicingParameters Parameters)
    : StrategySettings(Path, Name, Account, Symbol)
{
    /// <inheritdoc/>
    public override IStrategy Create(InstrumentId instrument, InstrumentTable instruments) =>
        new SlicingStrategy(Parameters with { Name = Name, Instrument = instrument }, instruments);
}
