namespace LowLatency.Primitives.Orders;

/// <summary>Arithmetic on <see cref="Side"/>.</summary>
public static class SideExtensions
{
    /// <summary>The other side of a book: only of buy, sell and none, which stays none.</summary>
    public static Side Opposite(this Side side) => (Side)((3 - (int)side) % 3);

    /// <summary>+1 for buy, -1 for every sale.</summary>
    public static long Sign(this Side side) => (side == Side.Buy ? 2 : 0) - 1;

    /// <summary>True for the values that <see cref="Side"/> names but none.</summary>
    public static bool IsKnown(this Side side) => (byte)side <= (byte)Side.SellShortExempt && ((0b110_0110 >> (int)side) & 1) != 0;

    /// <summary>True for sales of what is not held.</summary>
    public static bool IsShort(this Side side) => side is Side.SellShort or Side.SellShortExempt;

    /// <summary>The side of the book an order stands on: buy, or sell for every sale; none for what is neither.</summary>
    public static Side OfBook(this Side side) => side.IsShort() ? Side.Sell : side is Side.Buy or Side.Sell ? side : Side.None;
}
