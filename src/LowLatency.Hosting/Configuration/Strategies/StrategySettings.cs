using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Strategies;

namespace LowLatency.Hosting.Configuration.Strategies;

/// <summary>A strategy of the run; what kind it is decides the parameters it adds.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="Name">The name in reports.</param>
/// <param name="Account">The account it trades for.</param>
/// <param name="Symbol">What it trades.</param>
public abstract record StrategySettings(string Path, string Name, string Account, string Symbol)
{
    /// <summary>Makes the strategy.</summary>
    /// <param name="instrument">What it trades.</param>
    /// <param name="instruments">The table the number is of.</param>
    /// <exception cref="ArgumentException">The parameters do not fit the instrument; lists every fault.</exception>
    public abstract IStrategy Create(InstrumentId instrument, InstrumentTable instruments);
}
