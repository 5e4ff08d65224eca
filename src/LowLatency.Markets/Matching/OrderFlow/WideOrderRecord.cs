using System.Runtime.InteropServices;

namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>The record of a file with header, 40 bytes, little-endian.</summary>
/// <remarks><c>u8 type, u8 side, u8 ioc, u8 0, u32 quantity, u64 sequence, u64 order id, i64 price in ticks, i64 0</c>.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct WideOrderRecord : IOrderFlowRecord
{
    private byte _type;
    private readonly byte _side;
    private readonly byte _immediateOrCancel;
    private readonly byte _reservedByte;
    private readonly uint _quantity;
    private readonly ulong _sequence;
    private readonly ulong _orderId;
    private readonly long _priceTicks;
    private readonly long _reserved;

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

    public readonly bool ReservedIsZero => _reservedByte == 0 && _reserved == 0;

    public readonly bool HasSequence(long index) => _sequence == (ulong)index;
}
