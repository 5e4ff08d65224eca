using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>The limits in force, by kind and scope. Owned by the risk stage, which resolves them whenever one changes.</summary>
internal sealed unsafe class RiskLimitTable : IDisposable
{
    /// <summary>In place of a limit that is not set: nothing is above it.</summary>
    public static readonly Int128 None = Int128.MaxValue;

    private readonly NativeBuffer<Int128>?[] _buffers;
    private readonly Int128*[] _limits;
    private readonly int[] _set = new int[RiskLimitRules.Kinds];

    public RiskLimitTable(EngineDefinition definition)
    {
        Scopes = new RiskScopes(definition);
        _buffers = new NativeBuffer<Int128>?[RiskLimitRules.Kinds];
        _limits = new Int128*[RiskLimitRules.Kinds];
        foreach (RiskLimitRule rule in RiskLimitRules.All)
        {
            int count = (rule.Levels & RiskLevels.Position) != 0 ? Scopes.Count : Scopes.FirstPosition;
            NativeBuffer<Int128> buffer = new(count);
            new Span<Int128>(buffer.Start, count).Fill(None);
            _buffers[(int)rule.Kind] = buffer;
            _limits[(int)rule.Kind] = buffer.Start;
        }

        foreach (((RiskScope scope, RiskLimitKind kind), Int128 value) in definition.RiskLimits)
        {
            Set(kind, Scopes.Of(scope), value);
        }
    }

    /// <summary>The numbers of the scopes.</summary>
    public RiskScopes Scopes { get; }

    /// <summary>A limit by <see cref="RiskScopes"/>' number; <see cref="None"/> where it is not set. Only for a kind that has the scope's level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Int128 At(RiskLimitKind kind, int scope) => _limits[(int)kind][scope];

    /// <summary>Whether any scope has a limit of that kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSet(RiskLimitKind kind) => _set[(int)kind] != 0;

    /// <summary>Sets a limit, or takes it away.</summary>
    public void Set(RiskLimitKind kind, int scope, Int128 value)
    {
        ref Int128 limit = ref _limits[(int)kind][scope];
        _set[(int)kind] += (value == None ? 0 : 1) - (limit == None ? 0 : 1);
        limit = value;
    }

    /// <summary>The lowest limit of a kind that any scope has; <see cref="None"/> where none has.</summary>
    public Int128 Lowest(RiskLimitKind kind)
    {
        Int128 lowest = None;
        for (long i = 0; IsSet(kind) && i < _buffers[(int)kind]!.Length; i++)
        {
            lowest = Int128.Min(lowest, _limits[(int)kind][i]);
        }

        return lowest;
    }

    /// <summary>The highest limit of a kind that any scope has; 0 where none has.</summary>
    public Int128 Highest(RiskLimitKind kind)
    {
        Int128 highest = 0;
        int count = (RiskLimitRules.Of(kind)!.Levels & RiskLevels.Position) != 0 ? Scopes.Count : Scopes.FirstPosition;
        for (int scope = 0; scope < count && IsSet(kind); scope++)
        {
            highest = At(kind, scope) == None ? highest : Int128.Max(highest, At(kind, scope));
        }

        return highest;
    }

    /// <summary>Whether a scope has a limit that stands on what is counted.</summary>
    public bool IsCounting(int scope)
    {
        foreach (RiskLimitRule rule in RiskLimitRules.Span)
        {
            bool has = scope < Scopes.FirstPosition || (rule.Levels & RiskLevels.Position) != 0;
            if (rule.IsCounting && has && At(rule.Kind, scope) != None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tightest limit of firm, account, instrument and position.</summary>
    public Int128 OfPosition(RiskLimitKind kind, AccountId account, InstrumentId instrument)
    {
        Int128 outer = Int128.Min(At(kind, 0), At(kind, Scopes.Of(account)));
        Int128 inner = Int128.Min(At(kind, Scopes.Of(instrument)), At(kind, Scopes.Of(RiskScope.Of(account, instrument))));
        return Int128.Min(outer, inner);
    }

    /// <summary>The tighter limit of a strategy and a venue.</summary>
    public Int128 OfRoute(RiskLimitKind kind, StrategyId strategy, VenueId venue) => Int128.Min(At(kind, Scopes.Of(strategy)), At(kind, Scopes.Of(venue)));

    /// <summary>The tightest limit of those levels that a kind has.</summary>
    private Int128 Of(RiskLimitRule rule, AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument)
    {
        Int128 tightest = None;
        Tighten(RiskLevels.Firm, 0);
        Tighten(RiskLevels.Account, Scopes.Of(account));
        Tighten(RiskLevels.Strategy, Scopes.Of(strategy));
        Tighten(RiskLevels.Venue, Scopes.Of(venue));
        Tighten(RiskLevels.Instrument, Scopes.Of(instrument));
        Tighten(RiskLevels.Position, Scopes.Of(RiskScope.Of(account, instrument)));
        return tightest;

        void Tighten(RiskLevels level, int scope) => tightest = (rule.Levels & level) == 0 ? tightest : Int128.Min(tightest, At(rule.Kind, scope));
    }

    /// <summary>Whether a limit is in force for such an order that its bounds do not stand for.</summary>
    public bool IsBeyondBounds(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument)
    {
        foreach (RiskLimitRule rule in RiskLimitRules.Span)
        {
            if (!rule.IsInBounds && !rule.IsCounting && Of(rule, account, strategy, venue, instrument) != None)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => Array.ForEach(_buffers, buffer => buffer?.Dispose());
}
