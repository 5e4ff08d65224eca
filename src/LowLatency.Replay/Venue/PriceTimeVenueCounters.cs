namespace LowLatency.Replay.Venue;

/// <summary>What a <see cref="PriceTimeVenue"/> met that should not happen, or rarely. A snapshot.</summary>
public record struct PriceTimeVenueCounters
{
    /// <summary>Market events of an instrument that is not listed here.</summary>
    public long UnlistedEvents { get; set; }

    /// <summary>Market events of a kind that says nothing about orders (levels, quotes), ignored.</summary>
    public long IgnoredEvents { get; set; }

    /// <summary>Market events about an order that no event has introduced, ignored.</summary>
    public long UnknownReferences { get; set; }

    /// <summary>Recorded orders under a reference that is in use, ignored.</summary>
    public long DuplicateReferences { get; set; }

    /// <summary>Market events with a side, price or quantity that cannot be, ignored.</summary>
    public long InvalidEvents { get; set; }

    /// <summary>Recorded executions and reductions of more than the order had; the order is gone.</summary>
    public long ClampedReductions { get; set; }

    /// <summary>Recorded orders for which there was no room, left out of the book; their later events count as unknown references.</summary>
    public long RecordedOrdersNotKept { get; set; }

    /// <summary>New orders rejected, for any reason.</summary>
    public long Rejected { get; set; }

    /// <summary>Of those, under the handle of an order that is open.</summary>
    public long DuplicateHandles { get; set; }

    /// <summary>Of those, because every own-order slot was taken.</summary>
    public long CapacityRejects { get; set; }

    /// <summary>Cancels and replacements refused, for any reason.</summary>
    public long CancelRejects { get; set; }

    /// <summary>Orders that were stopped at an order of the same participant, the rest canceled.</summary>
    public long SelfMatchesPrevented { get; set; }

    /// <summary>Remainders canceled because their price found no room in the book.</summary>
    public long RemaindersNotKept { get; set; }

    /// <summary>Requests of no known kind, rejected.</summary>
    public long InvalidRequests { get; set; }
}
