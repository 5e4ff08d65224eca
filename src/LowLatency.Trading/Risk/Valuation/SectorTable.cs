using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Risk.Valuation;

/// <summary>Which instruments are of one sector.</summary>
internal sealed class SectorTable
{
    private readonly InstrumentId[][] _peers;

    public SectorTable(EngineDefinition definition)
    {
        InstrumentId[] all = [.. definition.Instruments.All.Select(instrument => instrument.Id)];
        _peers = [[], .. all.Select(one => definition.SectorOf(one) is { } sector ? all.Where(other => definition.SectorOf(other) == sector).ToArray() : [])];
    }

    /// <summary>The instruments of an instrument's sector, itself among them; none where it has no sector.</summary>
    public ReadOnlySpan<InstrumentId> PeersOf(InstrumentId instrument) => _peers[instrument.Value];
}
