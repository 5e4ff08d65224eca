using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Engine;

/// <summary>What the engine has counted since start. Written on its thread; others may read at any time and see each number whole, though not all at one instant.</summary>
public sealed class EngineCounters
{
    private readonly long[] _rejects = new long[64];

    /// <summary>Events taken.</summary>
    public long Events { get; internal set; }

    /// <summary>New orders taken from strategies, refused ones included.</summary>
    public long Orders { get; internal set; }

    /// <summary>Cancels taken from strategies.</summary>
    public long Cancels { get; internal set; }

    /// <summary>Replacements taken from strategies.</summary>
    public long Replaces { get; internal set; }

    /// <summary>Orders the venue took (ExecType New).</summary>
    public long Acks { get; internal set; }

    /// <summary>Fills (ExecType Trade).</summary>
    public long Fills { get; internal set; }

    /// <summary>Held orders released to their venue.</summary>
    public long Triggers { get; internal set; }

    /// <summary>Reports about an order that is not known. An alarm.</summary>
    public long UnmatchedReports { get; internal set; }

    /// <summary>Reports that cannot happen in the order's state, or whose numbers cannot be. An alarm.</summary>
    public long IllegalReports { get; internal set; }

    /// <summary>Fills beyond the order's quantity, after its end, or while the engine held it; they changed the position. An alarm.</summary>
    public long OverFills { get; internal set; }

    /// <summary>Executions that came twice; the second was not booked. An alarm.</summary>
    public long DuplicateExecutions { get; internal set; }

    /// <summary>Busts and corrections of executions that are not known, or have been busted. An alarm.</summary>
    public long UnknownExecutions { get; internal set; }

    /// <summary>Fills at a worse price than the order's limit; they changed the position. An alarm.</summary>
    public long PriceViolations { get; internal set; }

    /// <summary>Fills of another side or instrument than the order's, by the venue's own word; they changed the order's position. An alarm.</summary>
    public long MismatchedFills { get; internal set; }

    /// <summary>Executions busted.</summary>
    public long Busts { get; internal set; }

    /// <summary>Executions corrected.</summary>
    public long Corrections { get; internal set; }

    /// <summary>Orders canceled because they worked too long, or were not answered in time.</summary>
    public long OverdueOrders { get; internal set; }

    /// <summary>Venues stopped because an order was not answered. An alarm.</summary>
    public long VenueStops { get; internal set; }

    /// <summary>Market data that could not be: unknown instrument, negative price or size. An alarm.</summary>
    public long BadMarketData { get; internal set; }

    /// <summary>Operator commands with an impossible scope. An alarm.</summary>
    public long BadCommands { get; internal set; }

    /// <summary>Events of no known kind. An alarm.</summary>
    public long UnknownEvents { get; internal set; }

    /// <summary>How many orders, cancels and replacements were refused for that reason first, by the engine, a gateway or a venue.</summary>
    public long RejectsFor(RejectReason reason) => _rejects[(int)reason & 63];

    /// <summary>All refusals.</summary>
    public long Rejects => _rejects.Sum();

    internal void CountReject(RejectReason reason) => _rejects[(int)reason & 63]++;
}
