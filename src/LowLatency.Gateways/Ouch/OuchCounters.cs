namespace LowLatency.Gateways.Ouch;

/// <summary>What a session has counted. Written by the engine's thread; others may read, approximately.</summary>
public sealed class OuchCounters
{
    /// <summary>Enter Order messages written.</summary>
    public long NewOrders { get; internal set; }

    /// <summary>Cancel Order messages written; a cancel behind a replacement on its way takes two.</summary>
    public long Cancels { get; internal set; }

    /// <summary>Replace Order messages written.</summary>
    public long Replaces { get; internal set; }

    /// <summary>Requests refused because something in them cannot be said in OUCH.</summary>
    public long NotExpressible { get; internal set; }

    /// <summary>Requests refused for want of room or of numbers.</summary>
    public long NoRoom { get; internal set; }

    /// <summary>Sequenced messages of the venue, understood or not: the connection's next sequence number is one above those before it and these.</summary>
    public long SequencedMessages { get; internal set; }

    /// <summary>Messages that only tell something (system events, cancels pending, priorities, restatements, answers to what an operator asked).</summary>
    public long Notices { get; internal set; }

    /// <summary>Reductions of an order that left some of it open: the engine counts those shares as open until the order ends.</summary>
    public long Reductions { get; internal set; }

    /// <summary>Executions the venue has declared void; the engine's positions still contain them.</summary>
    public long BrokenTrades { get; internal set; }
}
