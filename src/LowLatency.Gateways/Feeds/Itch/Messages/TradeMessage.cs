using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Trade (non-cross), type P, 44 bytes, as it lies on the wire.</summary>
/// <remarks>
/// An execution of an order that was not displayed; the book does not change.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
///     19    1 char  Buy/Sell Indicator
///     20    4 u32   Shares
///     24    8 alpha Stock
///     32    4 u32   Price
///     36    8 u64   Match Number
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct TradeMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 44;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _orderReference;

    [FieldOffset(19)]
    private byte _buySellIndicator;

    [FieldOffset(20)]
    private uint _shares;

    /// <summary>The symbol.</summary>
    [FieldOffset(24)]
    public Alpha8 Stock;

    [FieldOffset(32)]
    private uint _price4;

    [FieldOffset(36)]
    private ulong _matchNumber;

    /// <summary>A message of type P with zeros and spaces in its fields.</summary>
    public TradeMessage()
    {
        Header.Type = 'P';
        BuySellIndicator = ' ';
        Stock = Alpha8.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'P';

    /// <summary>0 since 2014.</summary>
    public ulong OrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReference);
        set => _orderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Side of the hidden order; always B since 2014.</summary>
    public char BuySellIndicator
    {
        readonly get => (char)_buySellIndicator;
        set => _buySellIndicator = (byte)value;
    }

    /// <summary>Shares traded.</summary>
    public uint Shares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_shares);
        set => _shares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price, 4 implied decimals.</summary>
    public uint Price4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_price4);
        set => _price4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The execution.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }
}
