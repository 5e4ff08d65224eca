namespace LowLatency.Trading.Orders;

/// <summary>What is on its way for an order; its <see cref="OrdStatus"/> shows only the first of them in FIX's precedence.</summary>
[Flags]
#pragma warning disable CA1711 // The name says what it is.
internal enum OrderFlags : byte
#pragma warning restore CA1711
{
    None = 0,

    /// <summary>The venue has taken it.</summary>
    Acknowledged = 1,

    /// <summary>A replacement is on its way.</summary>
    Replacing = 2,

    /// <summary>A cancel is on its way.</summary>
    Canceling = 4,

    /// <summary>It is to be canceled, whoever asked: by a kill switch or a mass cancel.</summary>
    CancelWanted = 8,

    /// <summary>The engine holds it: no venue knows it.</summary>
    Held = 16,

    /// <summary>It has a record among the orders with terms.</summary>
    HasTerms = 32,

    /// <summary>The venue has suspended it.</summary>
    Suspended = 64,

    /// <summary>The venue has done with it for the day.</summary>
    DoneForDay = 128,
}
