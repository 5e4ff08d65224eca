namespace LowLatency.Trading.Engine.Ports;

/// <summary>What an operator can tell the engine. The scope is the event's account, strategy and instrument: those given must all match, none given means the firm.</summary>
public enum OperatorCommand : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Stop the scope until <see cref="Release"/>: refuse new orders and replacements that ask for more or for a better chance to execute, and cancel every working order. Cancels pass.</summary>
    Kill = 1,

    /// <summary>End a <see cref="Kill"/> of the same scope.</summary>
    Release = 2,

    /// <summary>Set a limit of the scope, or take it away.</summary>
    SetLimit = 3,

    /// <summary>Begin a trading day: daily counts and sums start from 0. For the firm only.</summary>
    StartDay = 4,

    /// <summary>Let a scope trade again that a control has disabled.</summary>
    Enable = 5,

    /// <summary>Entitle the scope: whom, where and to what its ids say. From the first grant on, an order needs one that covers it.</summary>
    Grant = 6,

    /// <summary>Cancel every working order of the scope. New ones pass.</summary>
    CancelAll = 7,

    /// <summary>Take a <see cref="Grant"/> of the same scope away. Working orders stay.</summary>
    Revoke = 8,
}
