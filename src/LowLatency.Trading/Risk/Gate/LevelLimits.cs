using System.Runtime.CompilerServices;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>Compares a sum of each scope an order stands in with that scope's own limit.</summary>
internal readonly struct LevelLimits(RiskLimitTable limits, RiskLimitKind kind)
{
    private readonly RiskLevels _levels = RiskLimitRules.Of(kind)!.Levels;

    /// <summary>True when a sum is above its limit. Costs one comparison where no scope has a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Breaks<TSum>(ref readonly RiskRequest request, TSum sum)
        where TSum : struct, IScopeSum =>
        limits.IsSet(kind) && IsAbove(in request, sum);

    /// <summary>The sum with the least left below its limit.</summary>
    public RiskUse Use<TSum>(ref readonly RiskRequest request, TSum sum)
        where TSum : struct, IScopeSum
    {
        RiskUse tightest = new(0, RiskLimitTable.None);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            if (TryLimit(in request, level, out Int128 limit))
            {
                RiskUse use = new(sum.With(in request, request.Scopes[level]), limit);
                tightest = tightest.Limit == RiskLimitTable.None || use.Limit - use.Value < tightest.Limit - tightest.Value ? use : tightest;
            }
        }

        return tightest;
    }

    private bool IsAbove<TSum>(ref readonly RiskRequest request, TSum sum)
        where TSum : struct, IScopeSum
    {
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            if (TryLimit(in request, level, out Int128 limit) && sum.With(in request, request.Scopes[level]) > limit)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryLimit(ref readonly RiskRequest request, int level, out Int128 limit)
    {
        limit = ((int)_levels >> level & 1) != 0 ? limits.At(kind, request.Scopes[level]) : RiskLimitTable.None;
        return limit != RiskLimitTable.None;
    }
}
