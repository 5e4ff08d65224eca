namespace LowLatency.Trading.Operators;

/// <summary>What became of an operator's command.</summary>
public enum OperatorOutcome : byte
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>It is in force.</summary>
    Done = 1,

    /// <summary>Not a command.</summary>
    UnknownCommand = 2,

    /// <summary>It names an operator that is not defined, or none where there are some.</summary>
    UnknownOperator = 3,

    /// <summary>It names an account, strategy, venue or instrument that is not there, or a combination that nothing can be set for.</summary>
    UnknownScope = 4,

    /// <summary>Not a kind of limit.</summary>
    UnknownLimit = 5,

    /// <summary>That kind of limit cannot be set at that level.</summary>
    WrongLevel = 6,

    /// <summary>Below 0 or above the kind's largest value.</summary>
    OutOfRange = 7,

    /// <summary>Loosening a limit needs a second operator, who is not the first.</summary>
    NeedsApproval = 8,

    /// <summary>Too many scopes are stopped already: the firm has been stopped in this one's stead.</summary>
    FirmStopped = 9,

    /// <summary>There are as many entitlements as there can be, or none of that scope to be taken away.</summary>
    NoEntitlement = 10,
}
