using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Replace Order, type U from the client, 38 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// The original gives way to an order under a new number. Nothing answers when the original has gone already.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   OrigUserRefNum
///      5    4 u32   UserRefNum
///      9    4 u32   Quantity
///     13    8 u64   Price
///     21    1 char  TimeInForce
///     22    1 char  Display
///     23    1 char  InterMarketSweepEligibility
///     24   14 alpha ClOrdID
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct ReplaceOrderMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 38;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _origUserRefNum;

    [FieldOffset(5)]
    private uint _userRefNum;

    [FieldOffset(9)]
    private uint _quantity;

    [FieldOffset(13)]
    private ulong _price4;

    [FieldOffset(21)]
    private byte _timeInForce;

    [FieldOffset(22)]
    private byte _display;

    [FieldOffset(23)]
    private byte _interMarketSweepEligibility;

    /// <summary>The client's text, echoed and not checked.</summary>
    [FieldOffset(24)]
    public Alpha14 ClOrdId;

    /// <summary>A message of type U with zeros and spaces in its fields.</summary>
    public ReplaceOrderMessage()
    {
        _type = (byte)'U';
        TimeInForce = ' ';
        Display = ' ';
        InterMarketSweepEligibility = ' ';
        ClOrdId = Alpha14.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'U';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

    /// <summary>The order that gives way.</summary>
    public uint OrigUserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_origUserRefNum);
        set => _origUserRefNum = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The number of the request; day-unique and rising on the port.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Total of the order, what has executed included.</summary>
    public uint Quantity
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_quantity);
        set => _quantity = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price, 4 implied decimals; 0x7FFFFFFF is a market order.</summary>
    public ulong Price4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_price4);
        set => _price4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>0 day, 3 immediate or cancel, 5 until extended hours end, 6 until the expire time, E after hours.</summary>
    public char TimeInForce
    {
        readonly get => (char)_timeInForce;
        set => _timeInForce = (byte)value;
    }

    /// <summary>Y visible, N hidden, A attributable.</summary>
    public char Display
    {
        readonly get => (char)_display;
        set => _display = (byte)value;
    }

    /// <summary>Y for an intermarket sweep order, else N.</summary>
    public char InterMarketSweepEligibility
    {
        readonly get => (char)_interMarketSweepEligibility;
        set => _interMarketSweepEligibility = (byte)value;
    }
}
