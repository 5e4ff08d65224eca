using LowLatency.Primitives.Identity;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Stops;

/// <summary>The scopes that are stopped, each latched until it is released. Owned by the risk stage, which resolves them into <see cref="OrderBounds"/> whenever one changes.</summary>
internal sealed class KillSwitch
{
    /// <summary>Scopes that can be stopped at a time; one more place is kept for the firm.</summary>
    public const int Capacity = 256;

    private readonly RiskScope[] _thrown = new RiskScope[Capacity + 1];
    private int _count;

    /// <summary>Stops a scope.</summary>
    /// <returns>False when no place was left: then the firm is stopped in its stead.</returns>
    public bool Throw(in RiskScope scope)
    {
        if (Find(in scope) >= 0)
        {
            return true;
        }

        bool fits = _count < Capacity;
        if (fits || Find(RiskScope.Firm) < 0)
        {
            _thrown[_count++] = fits ? scope : RiskScope.Firm;
        }

        return fits;
    }

    /// <summary>Whether exactly that scope is stopped.</summary>
    public bool IsThrown(in RiskScope scope) => Find(in scope) >= 0;

    /// <summary>Lets a scope go that was stopped; one that was not stays as it is, and so does every other that covers the same.</summary>
    public void Release(in RiskScope scope)
    {
        int index = Find(in scope);
        if (index >= 0)
        {
            _thrown[index] = _thrown[--_count];
        }
    }

    /// <summary>True when a stopped scope covers such an order.</summary>
    public bool Covers(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_thrown[i].Covers(account, strategy, venue, instrument))
            {
                return true;
            }
        }

        return false;
    }

    private int Find(in RiskScope scope) => Array.IndexOf(_thrown, scope, 0, _count);
}
