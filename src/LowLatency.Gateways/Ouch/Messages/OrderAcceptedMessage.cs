using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Order Accepted, type A from the venue, 62 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// With order state D the order is dead already and nothing more comes of it.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    8 u64   Timestamp
///      9    4 u32   UserRefNum
///     13    1 char  Side
///     14    4 u32   Quantity
///     18    8 alpha Symbol
///     26    8 u64   Price
///     34    1 char  TimeInForce
///     35    1 char  Display
///     36    8 u64   OrderReferenceNumber
///     44    1 char  Capacity
///     45    1 char  InterMarketSweepEligibility
///     46    1 char  CrossType
///     47    1 char  OrderState
///     48   14 alpha ClOrdID
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderAcceptedMessage : IOuchReport
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 62;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private ulong _timestampNs;

    [FieldOffset(9)]
    private uint _userRefNum;

    [FieldOffset(13)]
    private byte _side;

    [FieldOffset(14)]
    private uint _quantity;

    /// <summary>The stock.</summary>
    [FieldOffset(18)]
    public Alpha8 Symbol;

    [FieldOffset(26)]
    private ulong _price4;

    [FieldOffset(34)]
    private byte _timeInForce;

    [FieldOffset(35)]
    private byte _display;

    [FieldOffset(36)]
    private ulong _orderReferenceNumber;

    [FieldOffset(44)]
    private byte _capacity;

    [FieldOffset(45)]
    private byte _interMarketSweepEligibility;

    [FieldOffset(46)]
    private byte _crossType;

    [FieldOffset(47)]
    private byte _orderState;

    /// <summary>The client's text, echoed and not checked.</summary>
    [FieldOffset(48)]
    public Alpha14 ClOrdId;

    /// <summary>A message of type A with zeros and spaces in its fields.</summary>
    public OrderAcceptedMessage()
    {
        _type = (byte)'A';
        Side = ' ';
        Symbol = Alpha8.Blank;
        TimeInForce = ' ';
        Display = ' ';
        Capacity = ' ';
        InterMarketSweepEligibility = ' ';
        CrossType = ' ';
        OrderState = ' ';
        ClOrdId = Alpha14.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'A';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

    /// <summary>The venue's time, ns since midnight in New York.</summary>
    public ulong TimestampNs
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_timestampNs);
        set => _timestampNs = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The number the client gave.</summary>
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

    /// <summary>Shares taken.</summary>
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

    /// <summary>Y visible, N hidden, A attributable, Z conformant.</summary>
    public char Display
    {
        readonly get => (char)_display;
        set => _display = (byte)value;
    }

    /// <summary>The venue's number of the order, as in its market data.</summary>
    public ulong OrderReferenceNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReferenceNumber);
        set => _orderReferenceNumber = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>A agency, P principal, R riskless principal, O other.</summary>
    public char Capacity
    {
        readonly get => (char)_capacity;
        set => _capacity = (byte)value;
    }

    /// <summary>Y for an intermarket sweep order, else N.</summary>
    public char InterMarketSweepEligibility
    {
        readonly get => (char)_interMarketSweepEligibility;
        set => _interMarketSweepEligibility = (byte)value;
    }

    /// <summary>N continuous, O opening, C closing, H halt or IPO, S supplemental, R retail, E extended life, A after-hours close.</summary>
    public char CrossType
    {
        readonly get => (char)_crossType;
        set => _crossType = (byte)value;
    }

    /// <summary>L live, D dead.</summary>
    public char OrderState
    {
        readonly get => (char)_orderState;
        set => _orderState = (byte)value;
    }
}
