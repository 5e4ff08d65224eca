namespace LowLatency.Primitives.Orders;

/// <summary>FIX ExecInst (18): instructions of an order beside its type and time in force.</summary>
[Flags]
public enum ExecInst : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>FIX value 6, participate don't initiate: the order expires instead of taking liquidity.</summary>
    PostOnly = 1,
}
