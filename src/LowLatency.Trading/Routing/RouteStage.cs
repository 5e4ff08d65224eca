using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Routing;

/// <summary>Where does the order go? An order that names a venue, or whose instrument has one listing that validation has found, goes there.</summary>
internal struct RouteStage
{
    /// <summary>Settles the venue of a new order.</summary>
    /// <returns>Always true: validation has left no order without a venue.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool New(ref EngineEvent e) => e.Venue.Value != 0;
}
