using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Order Replace, type U, 35 bytes, as it lies on the wire.</summary>
/// <remarks>
/// The original leaves, the new order joins the tail of its level; side, stock and MPID are the original's.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Original Reference
///     19    8 u64   New Reference
///     27    4 u32   Shares
///     31    4 u32   Price
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderReplaceMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 35;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _originalOrderReference;

    [FieldOffset(19)]
    private ulong _newOrderReference;

    [FieldOffset(27)]
    private uint _shares;

    [FieldOffset(31)]
    private uint _price4;

    /// <summary>A message of type U with zeros and spaces in its fields.</summary>
    public OrderReplaceMessage()
    {
        Header.Type = 'U';
    }

    /// <inheritdoc/>
    public static char Type => 'U';

    /// <summary>The order that leaves.</summary>
    public ulong OriginalOrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_originalOrderReference);
        set => _originalOrderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The order that replaces it.</summary>
    public ulong NewOrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_newOrderReference);
        set => _newOrderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Shares displayed of the new order.</summary>
    public uint Shares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_shares);
        set => _shares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price of the new order, 4 implied decimals.</summary>
    public uint Price4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_price4);
        set => _price4 = BinaryPrimitives.ReverseEndianness(value);
    }
}
