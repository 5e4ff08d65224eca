using LowLatency.Primitives.Identity;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Stops;

/// <summary>Who may trade what where: from the first grant on, an order needs one that covers it. Owned by the risk stage, which resolves them into <see cref="OrderBounds"/> whenever one changes.</summary>
internal sealed class Entitlements
{
    /// <summary>Grants there can be at a time.</summary>
    public const int Capacity = 4_096;

    private readonly RiskScope[] _granted = new RiskScope[Capacity];
    private int _count;
    private bool _isOn;

    public Entitlements(IEnumerable<RiskScope> granted)
    {
        foreach (RiskScope scope in granted)
        {
            Grant(in scope);
        }
    }

    /// <summary>Lets those orders pass that a scope covers.</summary>
    /// <returns>False when there was no place.</returns>
    public bool Grant(in RiskScope scope)
    {
        if (Find(in scope) >= 0)
        {
            return true;
        }

        if (_count == Capacity)
        {
            return false;
        }

        _granted[_count++] = scope;
        return _isOn = true;
    }

    /// <summary>Takes a grant of exactly that scope away. After the last nothing passes.</summary>
    /// <returns>False when there was none.</returns>
    public bool Revoke(in RiskScope scope)
    {
        int index = Find(in scope);
        if (index < 0)
        {
            return false;
        }

        _granted[index] = _granted[--_count];
        return true;
    }

    /// <summary>True when a grant covers such an order, or there has never been one.</summary>
    public bool Cover(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_granted[i].Covers(account, strategy, venue, instrument))
            {
                return true;
            }
        }

        return !_isOn;
    }

    private int Find(in RiskScope scope) => Array.IndexOf(_granted, scope, 0, _count);
}
