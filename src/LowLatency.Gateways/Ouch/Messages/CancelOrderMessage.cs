using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Cancel Order, type X from the client, 9 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Nothing answers when the order has gone already.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   UserRefNum
///      5    4 u32   Quantity
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct CancelOrderMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 9;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _userRefNum;

    [FieldOffset(5)]
    private uint _quantity;

    /// <summary>A message of type X with zeros and spaces in its fields.</summary>
    public CancelOrderMessage()
    {
        _type = (byte)'X';
    }

    /// <inheritdoc/>
    public static char Type => 'X';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Optional;

    /// <summary>The number of the request; day-unique and rising on the port.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The new size intended; 0 cancels the rest.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }
}
