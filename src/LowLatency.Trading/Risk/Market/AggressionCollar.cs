using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Gate;

namespace LowLatency.Trading.Risk.Market;

/// <summary>Which collars an order meets: those of aggressive orders where its price reaches the opposite best, else those of passive ones.</summary>
internal static class AggressionCollar
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe CollarRange Of(CollarTable collars, ReferencePrices prices, ref readonly RiskRequest request)
    {
        long* best = prices.Of(request.Instrument);
        bool reaches = request.Side == Side.Buy
            ? best[1] != 0 && request.Price >= best[1]
            : best[0] != 0 && request.Price <= best[0];
        ref readonly CollarRecord record = ref collars.At(request.PositionIndex);
        return reaches || request.OrderType == OrderType.Market ? record.Aggressive : record.Passive;
    }
}
