namespace LowLatency.Primitives.Orders;

/// <summary>Arithmetic on <see cref="Side"/>.</summary>
public static class SideExtensions
{
    /// <summary>The other side; none stays none.</summary>
    public static Side Opposite(this Side side) => (Side)((3 - (int)side) % 3);

    /// <summary>+1 for buy, -1 for sell. Only for those two.</summary>
    public static long Sign(this Side side) => 3 - (2 * (long)side);
}
