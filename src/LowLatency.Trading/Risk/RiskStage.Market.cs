using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Risk;

/// <summary>What reference data change.</summary>
internal partial struct RiskStage
{
    /// <summary>A price that collars lie around has changed, or a price band: places the collars beside the one that every order needs, and the bounds.</summary>
    public readonly void Refer(InstrumentId instrument)
    {
        if (_gate.Collars.IsSet)
        {
            _gate.Collars.Place(instrument);
        }

        _bounds.RenewPrices(instrument);
    }
}
