namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>What a row of a LOBSTER message file says. The numbers are the format's.</summary>
public enum LobsterMessageType : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A new limit order.</summary>
    Submission = 1,

    /// <summary>A part of an order is cancelled.</summary>
    Cancellation = 2,

    /// <summary>All of an order is deleted.</summary>
    Deletion = 3,

    /// <summary>A displayed order executes.</summary>
    VisibleExecution = 4,

    /// <summary>A hidden order executes; the book does not change.</summary>
    HiddenExecution = 5,

    /// <summary>A cross trade; the book does not change.</summary>
    CrossTrade = 6,

    /// <summary>The trading status changes: the price is -1 halt, 0 quotation, 1 trading.</summary>
    TradingHalt = 7,
}
