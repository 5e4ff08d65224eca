using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 LULD Auction Collar, type J, 35 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    4 u32   Reference Price
///     23    4 u32   Upper Price
///     27    4 u32   Lower Price
///     31    4 u32   Extension
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct LuldAuctionCollarMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 35;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private uint _referencePrice4;

    [FieldOffset(23)]
    private uint _upperPrice4;

    [FieldOffset(27)]
    private uint _lowerPrice4;

    [FieldOffset(31)]
    private uint _extension;

    /// <summary>A message of type J with zeros and spaces in its fields.</summary>
    public LuldAuctionCollarMessage()
    {
        Header.Type = 'J';
        Stock = Alpha8.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'J';

    /// <summary>Auction collar reference price, 4 implied decimals.</summary>
    public uint ReferencePrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_referencePrice4);
        set => _referencePrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Upper auction collar price, 4 implied decimals.</summary>
    public uint UpperPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_upperPrice4);
        set => _upperPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Lower auction collar price, 4 implied decimals.</summary>
    public uint LowerPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_lowerPrice4);
        set => _lowerPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Number of the extension.</summary>
    public uint Extension
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_extension);
        set => _extension = BinaryPrimitives.ReverseEndianness(value);
    }
}
