namespace LowLatency.Testing.Itch;

/// <summary>A generated ITCH day as length-prefixed messages, and what is in it.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Messages">All messages.</param>
/// <param name="CountByType">Messages by type byte.</param>
/// <param name="LiveOrders">Orders displayed at the end.</param>
/// <param name="LastReference">The highest order reference.</param>
public sealed record ItchDay(byte[] Bytes, int Messages, int[] CountByType, int LiveOrders, int LastReference)
{
    /// <summary>The symbol of a Stock Locate of a generated day, from 1.</summary>
    public static string SymbolOf(int locate) => $"S{locate:D5}";

    /// <summary>Generates a day in integer arithmetic: the same bytes for the same arguments everywhere.</summary>
    /// <remarks>
    /// Mix of the messages after the directory: A 45 %, D 39 %, U 8.5 %, E 2.5 %, X 1.3 %, F 0.7 %, rest others. References are dense and rise. Books never cross.
    /// Most orders stand near the touch, most deletions hit recent orders; some orders are stubs, and every sixteenth stock trades below a dollar on the finer grid.
    /// </remarks>
    public static ItchDay Generate(int symbols, int messages, ulong seed = 1) => new ItchDayGenerator(symbols, messages, seed).Run();
}
