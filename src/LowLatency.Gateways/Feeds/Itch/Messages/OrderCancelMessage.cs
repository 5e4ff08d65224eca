using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Order Cancel, type X, 23 bytes, as it lies on the wire.</summary>
/// <remarks>
/// The order becomes smaller and keeps its place.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
///     19    4 u32   Cancelled Shares
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderCancelMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 23;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _orderReference;

    [FieldOffset(19)]
    private uint _cancelledShares;

    /// <summary>A message of type X with zeros and spaces in its fields.</summary>
    public OrderCancelMessage()
    {
        Header.Type = 'X';
    }

    /// <inheritdoc/>
    public static char Type => 'X';

    /// <summary>The order.</summary>
    public ulong OrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReference);
        set => _orderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Shares to take off the order.</summary>
    public uint CancelledShares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_cancelledShares);
        set => _cancelledShares = BinaryPrimitives.ReverseEndianness(value);
    }
}
