using LowLatency.Primitives.Orders;

namespace LowLatency.Tests.Replay.Venue;

/// <summary>An order of a <see cref="NaiveVenue"/>, of the recorded market or own; ticks and lots.</summary>
internal sealed class NaiveOrder
{
    public bool IsOwn { get; init; }

    /// <summary>The reference, or the handle's slot of an own order.</summary>
    public ulong Name { get; init; }

    public Side Side { get; init; }

    public long Price { get; set; }

    /// <summary>In the recording.</summary>
    public long Recorded { get; set; }

    /// <summary>What the book shows; of an own order what it has left.</summary>
    public long Shown { get; set; }

    public long Executed { get; set; }

    public bool IsDay { get; init; }

    public bool IsPostOnly { get; init; }
}
