using System.Runtime.InteropServices;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>What the engine keeps of an order with terms, beside its <see cref="OrderRecord"/>. Prices are raw 1e-8; links are places of other records, -1 where there is none.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal struct TermedOrder
{
    /// <summary>As its owner gave them; of a trailing stop, StopPrice follows the market.</summary>
    public OrderTerms Terms;

    /// <summary>Place in the queue of the price it waits for: the price that triggers where it waits for a rise, its negative where for a fall; older first.</summary>
    public HeapLinks Trigger;

    /// <summary>Place among those that expire: by time, older first.</summary>
    public HeapLinks Expiry;

    /// <summary>The order's slot.</summary>
    public int Slot;

    /// <summary>Its <see cref="TriggerQueues"/> number.</summary>
    public int Queue;

    /// <summary>The best watched price since it was taken, for a trailing stop.</summary>
    public long Mark;

    /// <summary>The listing's tick.</summary>
    public long Tick;

    /// <summary>The next trailing stop of its queue; in a free record, the next free one.</summary>
    public int TrailNext;

    public int TrailPrevious;
    public int DueNext;
    public int DuePrevious;

    /// <summary>Whether it is among the trailing stops of its queue.</summary>
    public bool IsTrailing;

    /// <summary>Whether its venue waits for its trigger.</summary>
    public bool WaitsAtVenue;

    /// <summary>Whether its time is over, and the cancel that follows from it an expiry.</summary>
    public bool IsExpiring;

    /// <summary>Whether it waits for its trigger; one with a parent does not before that has executed.</summary>
    public bool IsActive;

    /// <summary>Whether it is to be released and waits for its session.</summary>
    public bool IsParked;

    /// <summary>Whether no more of it may be sent than its parent has executed.</summary>
    public bool HasParent;

    /// <summary>Whether its trigger has counted for its ring as its execution.</summary>
    public bool IsSpent;

    /// <summary>Whether the replacement on its way is the engine's own.</summary>
    public bool IsReducing;

    /// <summary>What the orders of its ring do to one another.</summary>
    public Contingency Contingency;

    /// <summary>The ring; an order that is in none is its own.</summary>
    public int GroupNext;

    public int GroupPrevious;

    /// <summary>The order it waits for.</summary>
    public int Parent;

    public int FirstChild;
    public int NextChild;
    public int PreviousChild;

    /// <summary>What its parent has executed and its ring has not: while it has a parent, no more may be sent.</summary>
    public long Allowed;

    /// <summary>What its ring has executed and has not been taken off yet.</summary>
    public long Owed;

    /// <summary>What it is due for.</summary>
    public DueAction Due;
}
