using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Add Order (MPID attribution), type F, 40 bytes, as it lies on the wire.</summary>
/// <remarks>
/// As Add Order, with the participant's name.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
///     19    1 char  Buy/Sell Indicator
///     20    4 u32   Shares
///     24    8 alpha Stock
///     32    4 u32   Price
///     36    4 alpha Attribution
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct AddOrderWithMpidMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 40;

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

    /// <summary>The participant.</summary>
    [FieldOffset(36)]
    public Alpha4 Attribution;

    /// <summary>A message of type F with zeros and spaces in its fields.</summary>
    public AddOrderWithMpidMessage()
    {
        Header.Type = 'F';
        BuySellIndicator = ' ';
        Stock = Alpha8.Blank;
        Attribution = Alpha4.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'F';

    /// <summary>The order, unique in the day over all stocks.</summary>
    public ulong OrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReference);
        set => _orderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>B or S.</summary>
    public char BuySellIndicator
    {
        readonly get => (char)_buySellIndicator;
        set => _buySellIndicator = (byte)value;
    }

    /// <summary>Shares displayed.</summary>
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
}
