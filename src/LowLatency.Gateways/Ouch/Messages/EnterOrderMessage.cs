using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Enter Order, type O from the client, 45 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// The number must be above every number sent before on the port; the venue ignores an order that is not.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   UserRefNum
///      5    1 char  Side
///      6    4 u32   Quantity
///     10    8 alpha Symbol
///     18    8 u64   Price
///     26    1 char  TimeInForce
///     27    1 char  Display
///     28    1 char  Capacity
///     29    1 char  InterMarketSweepEligibility
///     30    1 char  CrossType
///     31   14 alpha ClOrdID
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct EnterOrderMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 45;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _userRefNum;

    [FieldOffset(5)]
    private byte _side;

    [FieldOffset(6)]
    private uint _quantity;

    /// <summary>The stock.</summary>
    [FieldOffset(10)]
    public Alpha8 Symbol;

    [FieldOffset(18)]
    private ulong _price4;

    [FieldOffset(26)]
    private byte _timeInForce;

    [FieldOffset(27)]
    private byte _display;

    [FieldOffset(28)]
    private byte _capacity;

    [FieldOffset(29)]
    private byte _interMarketSweepEligibility;

    [FieldOffset(30)]
    private byte _crossType;

    /// <summary>The client's text, echoed and not checked.</summary>
    [FieldOffset(31)]
    public Alpha14 ClOrdId;

    /// <summary>A message of type O with zeros and spaces in its fields.</summary>
    public EnterOrderMessage()
    {
        _type = (byte)'O';
        Side = ' ';
        Symbol = Alpha8.Blank;
        TimeInForce = ' ';
        Display = ' ';
        Capacity = ' ';
        InterMarketSweepEligibility = ' ';
        CrossType = ' ';
        ClOrdId = Alpha14.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'O';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

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
}
