using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>The terms each strategy has sent last, until the request they belong to takes them. Owned by the risk stage.</summary>
/// <remarks>Terms count only for the very next request of their strategy: whatever raised its highest client id in between has made them void.</remarks>
internal sealed class PendingTerms(int strategies, OrderStore orders)
{
    private readonly OrderTerms[] _terms = new OrderTerms[strategies + 1];
    private readonly ulong[] _highest = new ulong[strategies + 1];
    private readonly bool[] _isThere = new bool[strategies + 1];

    /// <summary>Keeps the terms of an event of that kind, beside those of the other parts that came directly before.</summary>
    /// <returns>False where there is no such part.</returns>
    public bool Put(ref readonly EngineEvent e)
    {
        int strategy = e.Strategy.Value;
        ref OrderTerms terms = ref _terms[strategy];
        if (!IsThere(in e))
        {
            terms = default;
        }

        _highest[strategy] = orders.Highest(e.Strategy);
        _isThere[strategy] = e.ReadTerms(ref terms);
        return _isThere[strategy];
    }

    /// <summary>Takes the terms of a request; before its own client id counts.</summary>
    /// <returns>False where there are none directly before it.</returns>
    public bool TryTake(ref readonly EngineEvent e, out OrderTerms terms)
    {
        bool isThere = IsThere(in e);
        terms = isThere ? _terms[e.Strategy.Value] : default;
        _isThere[e.Strategy.Value] = false;
        return isThere;
    }

    private bool IsThere(ref readonly EngineEvent e) => _isThere[e.Strategy.Value] && _highest[e.Strategy.Value] == orders.Highest(e.Strategy);
}
