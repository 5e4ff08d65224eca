namespace LowLatency.Trading.Engine;

/// <summary>What an <see cref="EngineEvent"/> is. The numbers are part of the journal format.</summary>
public enum EngineEventKind : byte
{
    /// <summary>Nothing; ends a journal.</summary>
    None = 0,

    /// <summary>A new order from a strategy (FIX NewOrderSingle).</summary>
    NewOrder = 1,

    /// <summary>A cancel from a strategy (FIX OrderCancelRequest).</summary>
    Cancel = 2,

    /// <summary>A replacement from a strategy (FIX OrderCancelReplaceRequest).</summary>
    Replace = 3,

    /// <summary>A report from a venue, or from a gateway that could not send.</summary>
    VenueReport = 4,

    /// <summary>The top of an instrument's book changed.</summary>
    TopOfBook = 5,

    /// <summary>Time passed.</summary>
    Timer = 6,

    /// <summary>An operator's command.</summary>
    Operator = 7,

    /// <summary>A part of what the new order or replacement that follows from the same strategy needs beside its own line.</summary>
    OrderTerms = 8,

    /// <summary>A strategy has lost its session: its orders are canceled.</summary>
    Disconnected = 9,

    /// <summary>The next held order that is due is released or ended; from the engine itself.</summary>
    Due = 10,

    /// <summary>A batch of a mass cancel, from the engine itself: <see cref="EngineEvent.Target"/> is the slot it begins with.</summary>
    Sweep = 11,

    /// <summary>A level of an instrument's book changed.</summary>
    Depth = 12,

    /// <summary>A reference datum of an instrument.</summary>
    ReferenceData = 13,
}
