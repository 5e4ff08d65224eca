namespace LowLatency.Trading.Venues;

/// <summary>What a <see cref="VenueRequest"/> asks.</summary>
public enum VenueRequestKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A new order.</summary>
    New = 1,

    /// <summary>A cancel.</summary>
    Cancel = 2,

    /// <summary>A replacement with a new price and a new total quantity.</summary>
    Replace = 3,

    /// <summary>The terms of the new order that follows: <see cref="VenueRequest.Terms"/>, and nothing else.</summary>
    Terms = 4,
}
