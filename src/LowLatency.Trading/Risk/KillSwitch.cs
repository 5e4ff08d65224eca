using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>Stops trading of the firm, an account, a strategy, an instrument, or an account or strategy in an instrument. Latched until released for the same scope. Owned by the risk stage.</summary>
internal sealed class KillSwitch(PositionBook positions, int strategies, int instruments)
{
    private readonly KillScopes[] _byStrategy = new KillScopes[(strategies + 1) * (instruments + 1)];
    private int _thrownByStrategy;

    /// <summary>True when a switch is thrown whose scope covers the order; <paramref name="ofPosition"/> comes from its position record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsThrown(KillScopes ofPosition, StrategyId strategy, InstrumentId instrument) =>
        ofPosition != 0 || (_thrownByStrategy != 0 && IsThrownByStrategy(strategy, instrument));

    /// <summary>Throws or releases the switch of a scope whose ids are known.</summary>
    /// <returns>False for a scope with a venue, or a strategy together with an account: there is no such switch.</returns>
    public bool Set(in RiskScope scope, bool killed)
    {
        if (scope.Venue.Value != 0 || (scope.Strategy.Value != 0 && scope.Account.Value != 0))
        {
            return false;
        }

        if (scope.Strategy.Value != 0)
        {
            SetByStrategy(scope.Strategy, scope.Instrument, killed);
            return true;
        }

        KillScopes bit = scope.Account.Value != 0
            ? scope.Instrument.Value != 0 ? KillScopes.AccountInstrument : KillScopes.Account
            : scope.Instrument.Value != 0 ? KillScopes.Instrument : KillScopes.Firm;
        positions.SetKilled(scope.Account, scope.Instrument, bit, killed);
        return true;
    }

    private void SetByStrategy(StrategyId strategy, InstrumentId instrument, bool killed)
    {
        for (int i = 0; i <= instruments; i++)
        {
            if (instrument.Value == 0 || instrument.Value == i)
            {
                KillScopes scope = instrument.Value != 0 ? KillScopes.StrategyInstrument : KillScopes.Strategy;
                ref KillScopes scopes = ref _byStrategy[(strategy.Value * (instruments + 1)) + i];
                _thrownByStrategy -= scopes == KillScopes.None ? 0 : 1;
                scopes = killed ? scopes | scope : scopes & ~scope;
                _thrownByStrategy += scopes == KillScopes.None ? 0 : 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsThrownByStrategy(StrategyId strategy, InstrumentId instrument)
    {
        uint i = (uint)instrument.Value <= (uint)instruments ? (uint)instrument.Value : 0;
        return _byStrategy[(strategy.Value * (instruments + 1)) + i] != 0;
    }
}
