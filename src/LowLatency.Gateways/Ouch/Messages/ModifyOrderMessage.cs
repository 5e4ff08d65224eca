using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Modify Order, type M from the client, 10 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Changes the side within sell sides or lowers the quantity; the order keeps its number and its priority.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   UserRefNum
///      5    1 char  Side
///      6    4 u32   Quantity
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct ModifyOrderMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 10;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _userRefNum;

    [FieldOffset(5)]
    private byte _side;

    [FieldOffset(6)]
    private uint _quantity;

    /// <summary>A message of type M with zeros and spaces in its fields.</summary>
    public ModifyOrderMessage()
    {
        _type = (byte)'M';
        Side = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'M';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Optional;

    /// <summary>The number of the request; day-unique and rising on the port.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>B buy, S sell, T sell short, E sell short exempt.</summary>
    public char Side
    {
        readonly get => (char)_side;
        set => _side = (byte)value;
    }

    /// <summary>Shares, 1 to 999,999.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }
}
