namespace LowLatency.Replay.Venue;

/// <summary>What a <see cref="PriceTimeVenue"/> does when an order would trade with another order that came in as a request.</summary>
public enum SelfMatchRule : byte
{
    /// <summary>
    /// All requests are one participant's, who never trades with himself: the incoming order executes up to his resting one, and what is left of it is canceled
    /// there, so that a resting order never loses its place to it. A fill-or-kill order that would need to pass it is canceled whole.
    /// </summary>
    CancelNewest = 0,

    /// <summary>Requests come from different participants, who trade with each other: a stand-alone exchange.</summary>
    Trade = 1,
}
