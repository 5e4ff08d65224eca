using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Risk;

/// <summary>Stops trading of the firm, an account, a strategy, an instrument, or an account or strategy in an instrument. Latched until released for the same scope. Owned by the risk stage.</summary>
internal sealed class KillSwitch(PositionBook positions, OrderBoundsTable bounds, int strategies, int instruments)
{
    private readonly KillScopes[] _byStrategy = new KillScopes[(strategies + 1) * (instruments + 1)];
    private int _thrownByStrategy;

    /// <summary>True when a switch is thrown whose scope covers the order; <paramref name="ofPosition"/> comes from its position record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsThrown(KillScopes ofPosition, StrategyId strategy, InstrumentId instrument) =>
        ofPosition != 0 || (_thrownByStrategy != 0 && IsThrownByStrategy(strategy, instrument));

    /// <summary>Throws the switch of the firm, as an operator would.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void StopFirm()
    {
        positions.SetKilled(default, default, KillScopes.Firm, true);
        bounds.RenewAll(_thrownByStrategy != 0);
    }

    /// <summary>Throws or releases the switch of a scope. Ids of 0 are not part of the scope; none given is the firm.</summary>
    /// <returns>False for a scope that names something unknown, or a strategy together with an account.</returns>
    public bool Set(AccountId account, StrategyId strategy, InstrumentId instrument, int accounts, bool killed)
    {
        if (account.Value > accounts || strategy.Value > strategies || (uint)instrument.Value > (uint)instruments || (strategy.Value != 0 && account.Value != 0))
        {
            return false;
        }

        if (strategy.Value == 0)
        {
            KillScopes scope = account.Value != 0
                ? instrument.Value != 0 ? KillScopes.AccountInstrument : KillScopes.Account
                : instrument.Value != 0 ? KillScopes.Instrument : KillScopes.Firm;
            positions.SetKilled(account, instrument, scope, killed);
        }
        else
        {
            SetByStrategy(strategy, instrument, killed);
        }

        bounds.RenewAll(_thrownByStrategy != 0);
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
