using System.Runtime.CompilerServices;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>Numbers every scope a limit can be set for: the firm is 0, then accounts, strategies, venues, instruments, and positions (an account in an instrument) last. Number 0 of each kind has a place, too, where no limit ever stands: so an order that names none needs no branch.</summary>
internal sealed class RiskScopes
{
    private readonly int _firstAccount = 1;
    private readonly int _accounts;
    private readonly int _strategies;
    private readonly int _venues;
    private readonly int _instruments;
    private readonly int _firstStrategy;
    private readonly int _firstVenue;
    private readonly int _firstInstrument;

    public RiskScopes(EngineDefinition definition)
    {
        _accounts = definition.Accounts.Count;
        _strategies = definition.Strategies.Count;
        _venues = definition.Venues.Count;
        _instruments = definition.Instruments.Count;
        _firstStrategy = _firstAccount + _accounts + 1;
        _firstVenue = _firstStrategy + _strategies + 1;
        _firstInstrument = _firstVenue + _venues + 1;
        FirstPosition = _firstInstrument + _instruments + 1;
        Count = FirstPosition + ((_accounts + 1) * (_instruments + 1));
    }

    /// <summary>One more than the highest number.</summary>
    public int Count { get; }

    /// <summary>The number of position 0; a position's own number in the position book is its distance from it.</summary>
    public int FirstPosition { get; }

    /// <summary>True for ids that all exist or are not given.</summary>
    public bool Know(in RiskScope scope) =>
        scope.Account.Value <= _accounts && scope.Strategy.Value <= _strategies && scope.Venue.Value <= _venues && (uint)scope.Instrument.Value <= (uint)_instruments;

    /// <summary>The scopes of an order whose ids are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Find(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument, int positionIndex, out OrderScopes scopes)
    {
        scopes = default;
        scopes[1] = Of(account);
        scopes[2] = Of(strategy);
        scopes[3] = Of(venue);
        scopes[4] = Of(instrument);
        scopes[5] = FirstPosition + positionIndex;
    }

    public int Of(AccountId account) => _firstAccount + account.Value;

    public int Of(StrategyId strategy) => _firstStrategy + strategy.Value;

    public int Of(VenueId venue) => _firstVenue + venue.Value;

    public int Of(InstrumentId instrument) => _firstInstrument + instrument.Value;

    /// <summary>The number of a scope at one of the levels, whose ids are known.</summary>
    public int Of(in RiskScope scope) => scope.Level switch
    {
        RiskLevels.Account => Of(scope.Account),
        RiskLevels.Strategy => Of(scope.Strategy),
        RiskLevels.Venue => Of(scope.Venue),
        RiskLevels.Instrument => Of(scope.Instrument),
        RiskLevels.Position => FirstPosition + (scope.Account.Value * (_instruments + 1)) + scope.Instrument.Value,
        _ => 0,
    };
}
