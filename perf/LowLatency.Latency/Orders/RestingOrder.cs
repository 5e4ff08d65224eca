using LowLatency.Primitives.Numerics;

namespace LowLatency.Latency.Orders;

/// <summary>What a <see cref="RestingGateway"/> keeps of an order.</summary>
internal struct RestingOrder
{
    public ulong Handle;
    public Price Price;
    public Quantity Quantity;
}
