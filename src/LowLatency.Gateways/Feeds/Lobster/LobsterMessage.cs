using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Gateways.Feeds.Lobster;

/// <summary>A row of a LOBSTER message file: <c>time,type,order id,size,price,direction</c>.</summary>
/// <param name="TimeNs">Ns since midnight in New York; the file has seconds with a fraction of up to nine digits.</param>
/// <param name="Type">What happened.</param>
/// <param name="OrderId">The order's reference.</param>
/// <param name="Size">Shares.</param>
/// <param name="Price4">Price, 4 implied decimals; of <see cref="LobsterMessageType.TradingHalt"/> the status.</param>
/// <param name="Side">The side of the order the row is about: 1 buy, -1 sell in the file. Of an execution it is the resting order's.</param>
public readonly record struct LobsterMessage(long TimeNs, LobsterMessageType Type, ulong OrderId, long Size, long Price4, Side Side)
{
    /// <summary>Reads a row without its line end. False when it is not six such numbers, or one is out of its range.</summary>
    public static bool TryParse(ReadOnlySpan<byte> row, out LobsterMessage message)
    {
        message = default;
        LobsterFields fields = new(row);
        if (!fields.TryNext(out ReadOnlySpan<byte> time)
            || !FixedPoint.TryParse(time, 9, out long timeNs)
            || !fields.TryNextNumber(out long type)
            || !fields.TryNextNumber(out long orderId)
            || !fields.TryNextNumber(out long size)
            || !fields.TryNextNumber(out long price4)
            || !fields.TryNextNumber(out long direction)
            || !fields.IsAtEnd
            || timeNs < 0 || type is < 1 or > 7 || orderId < 0 || size < 0 || direction is not (1 or -1))
        {
            return false;
        }

        message = new(timeNs, (LobsterMessageType)type, (ulong)orderId, size, price4, direction == 1 ? Side.Buy : Side.Sell);
        return true;
    }
}
