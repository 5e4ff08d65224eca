namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>What level books keep of a displayed order: eight bytes, all zeros where there is none.</summary>
internal struct RestingItchOrder
{
    /// <summary>Its level, whose page tells stock and side; below zero, the complement of the stock's locate, for an order that replaced one the file does not introduce.</summary>
    public int Level;

    /// <summary>What is displayed of it, above 0.</summary>
    public uint Shares;
}
