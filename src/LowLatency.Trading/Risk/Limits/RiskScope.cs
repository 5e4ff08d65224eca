using LowLatency.Primitives.Identity;

namespace LowLatency.Trading.Risk.Limits;

/// <summary>What a limit or a command covers: the ids that are given must all match, none given is the firm.</summary>
/// <param name="Account">The account, or none.</param>
/// <param name="Strategy">The strategy, or none.</param>
/// <param name="Venue">The venue, or none.</param>
/// <param name="Instrument">The instrument, or none.</param>
public readonly record struct RiskScope(AccountId Account = default, StrategyId Strategy = default, VenueId Venue = default, InstrumentId Instrument = default)
{
    /// <summary>Everything.</summary>
    public static RiskScope Firm => default;

    /// <summary>The level it stands at; none for a combination that no limit can be set for.</summary>
    public RiskLevels Level => (Account.Value != 0, Strategy.Value != 0, Venue.Value != 0, Instrument.Value != 0) switch
    {
        (false, false, false, false) => RiskLevels.Firm,
        (true, false, false, false) => RiskLevels.Account,
        (false, true, false, false) => RiskLevels.Strategy,
        (false, false, true, false) => RiskLevels.Venue,
        (false, false, false, true) => RiskLevels.Instrument,
        (true, false, false, true) => RiskLevels.Position,
        _ => RiskLevels.None,
    };

    /// <summary>True when an order with those ids stands in it.</summary>
    public bool Covers(AccountId account, StrategyId strategy, VenueId venue, InstrumentId instrument) =>
        (Account.Value == 0 || Account == account)
        && (Strategy.Value == 0 || Strategy == strategy)
        && (Venue.Value == 0 || Venue == venue)
        && (Instrument.Value == 0 || Instrument == instrument);

    /// <summary>An account.</summary>
    public static RiskScope Of(AccountId account) => new(account);

    /// <summary>A strategy.</summary>
    public static RiskScope Of(StrategyId strategy) => new(Strategy: strategy);

    /// <summary>A venue.</summary>
    public static RiskScope Of(VenueId venue) => new(Venue: venue);

    /// <summary>An instrument.</summary>
    public static RiskScope Of(InstrumentId instrument) => new(Instrument: instrument);

    /// <summary>An account in an instrument.</summary>
    public static RiskScope Of(AccountId account, InstrumentId instrument) => new(account, Instrument: instrument);

    /// <summary>The ids that are given, or "firm".</summary>
    public override string ToString()
    {
        List<string> parts = [];
        Add("account", Account.Value);
        Add("strategy", Strategy.Value);
        Add("venue", Venue.Value);
        Add("instrument", Instrument.Value);
        return parts.Count == 0 ? "firm" : string.Join(',', parts);

        void Add(string name, int id)
        {
            if (id != 0)
            {
                parts.Add($"{name}={id}");
            }
        }
    }
}
