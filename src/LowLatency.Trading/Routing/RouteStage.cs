using System.Diagnostics;
using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Routing;

/// <summary>Where does the order go? To the venue it names, or to its instrument's first listing; validation has found either, so there is nothing to choose yet.</summary>
internal static class RouteStage
{
    /// <summary>A new order leaves here with a venue.</summary>
    [Conditional("DEBUG")]
    public static void New(ref readonly EngineEvent e) => Debug.Assert(e.Venue.Value != 0, "validation leaves no order without a venue");
}
