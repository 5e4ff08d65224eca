namespace LowLatency.Trading.Risk.Limits;

/// <summary>The levels a limit can be set at. An order stands in one scope of each.</summary>
[Flags]
public enum RiskLevels : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Everything.</summary>
    Firm = 1,

    /// <summary>An account.</summary>
    Account = 2,

    /// <summary>A strategy.</summary>
    Strategy = 4,

    /// <summary>A venue.</summary>
    Venue = 8,

    /// <summary>An instrument, for all accounts.</summary>
    Instrument = 16,

    /// <summary>An account in an instrument: the scope of a position.</summary>
    Position = 32,

    /// <summary>All levels that resolve into the limits of a position.</summary>
    Positions = Firm | Account | Instrument | Position,

    /// <summary>Every level.</summary>
    All = Positions | Strategy | Venue,
}
