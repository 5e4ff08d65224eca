using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The feed's side codes.</summary>
internal static class ItchSides
{
    /// <summary>The side of a Buy/Sell Indicator, none where it is neither B nor S.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Side Of(char buySellIndicator) => buySellIndicator == 'B' ? Side.Buy : buySellIndicator == 'S' ? Side.Sell : Side.None;
}
