namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>A record of an order-flow file, in the shape it has in the file.</summary>
internal interface IOrderFlowRecord
{
    /// <summary>A type that is none: what a record with a fault is set to.</summary>
    const byte Skipped = 255;

    /// <summary>0 new, 1 cancel, 2 modify.</summary>
    byte Type { get; set; }

    /// <summary>0 buy, 1 sell.</summary>
    byte Side { get; }

    /// <summary>1 when the order is immediate or cancel.</summary>
    byte ImmediateOrCancel { get; }

    /// <summary>Lots.</summary>
    uint Quantity { get; }

    /// <summary>Order id.</summary>
    ulong OrderId { get; }

    /// <summary>Ticks.</summary>
    long PriceTicks { get; }

    /// <summary>True when every reserved field is 0.</summary>
    bool ReservedIsZero { get; }

    /// <summary>True when the record carries no sequence number or that one.</summary>
    bool HasSequence(long index);
}
