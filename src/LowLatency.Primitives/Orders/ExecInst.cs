namespace LowLatency.Primitives.Orders;

/// <summary>FIX ExecInst (18): instructions of an order beside its type and time in force.</summary>
[Flags]
public enum ExecInst : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>FIX value 6, participate don't initiate: the order expires instead of taking liquidity.</summary>
    PostOnly = 1,

    /// <summary>FIX value E, do not increase: the order may only make a position smaller.</summary>
    ReduceOnly = 2,

    /// <summary>FIX value G: executes whole or rests whole.</summary>
    AllOrNone = 4,

    /// <summary>Rests without being displayed; FIX DisplayQty (1138) of 0.</summary>
    Hidden = 8,
}
