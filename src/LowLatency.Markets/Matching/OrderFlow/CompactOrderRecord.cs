using System.Runtime.InteropServices;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>The record of a file without header, 16 bytes, little-endian; its sequence number is its index.</summary>
/// <remarks><c>u8 type, u8 side, u8 ioc, u8 0, u32 quantity, u32 order id, i32 price in ticks</c>.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct CompactOrderRecord : IOrderFlowRecord
{
    private byte _type;
    private readonly byte _side;
    private readonly byte _immediateOrCancel;
    private readonly byte _reserved;
    private readonly uint _quantity;
    private readonly uint _orderId;
    private readonly int _priceTicks;

    public byte Type
    {
        readonly get => _type;
        set => _type = value;
    }

    public readonly byte Side => _side;

    public readonly byte ImmediateOrCancel => _immediateOrCancel;

    public readonly uint Quantity => _quantity;

    public readonly ulong OrderId => _orderId;

    public readonly long PriceTicks => _priceTicks;

    public readonly bool ReservedIsZero => _reserved == 0;

    public readonly bool HasSequence(long index) => true;
}
