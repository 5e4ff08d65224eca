namespace LowLatency.Trading.Risk.Gate;

/// <summary>A sum over the orders and fills of a scope.</summary>
internal interface IScopeSum
{
    /// <summary>What it would be with the request sent.</summary>
    Int128 With(ref readonly RiskRequest request, int scope);
}
