using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Net Order Imbalance Indicator (NOII), type I, 50 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Paired Shares
///     19    8 u64   Imbalance Shares
///     27    1 char  Imbalance Direction
///     28    8 alpha Stock
///     36    4 u32   Far Price
///     40    4 u32   Near Price
///     44    4 u32   Reference Price
///     48    1 char  Cross Type
///     49    1 char  Price Variation
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct NetOrderImbalanceMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 50;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _pairedShares;

    [FieldOffset(19)]
    private ulong _imbalanceShares;

    [FieldOffset(27)]
    private byte _imbalanceDirection;

    /// <summary>The symbol.</summary>
    [FieldOffset(28)]
    public Alpha8 Stock;

    [FieldOffset(36)]
    private uint _farPrice4;

    [FieldOffset(40)]
    private uint _nearPrice4;

    [FieldOffset(44)]
    private uint _referencePrice4;

    [FieldOffset(48)]
    private byte _crossType;

    [FieldOffset(49)]
    private byte _priceVariationIndicator;

    /// <summary>A message of type I with zeros and spaces in its fields.</summary>
    public NetOrderImbalanceMessage()
    {
        Header.Type = 'I';
        ImbalanceDirection = ' ';
        Stock = Alpha8.Blank;
        CrossType = ' ';
        PriceVariationIndicator = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'I';

    /// <summary>Shares that match at the current reference price.</summary>
    public ulong PairedShares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_pairedShares);
        set => _pairedShares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Shares that do not.</summary>
    public ulong ImbalanceShares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_imbalanceShares);
        set => _imbalanceShares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>B buy, S sell, N none, O not enough orders, P paused.</summary>
    public char ImbalanceDirection
    {
        readonly get => (char)_imbalanceDirection;
        set => _imbalanceDirection = (byte)value;
    }

    /// <summary>Price of the cross from cross orders alone, 4 implied decimals.</summary>
    public uint FarPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_farPrice4);
        set => _farPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price of the cross from cross and continuous orders, 4 implied decimals.</summary>
    public uint NearPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_nearPrice4);
        set => _nearPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Current reference price, 4 implied decimals.</summary>
    public uint ReferencePrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_referencePrice4);
        set => _referencePrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>O opening, C closing, H halt or IPO, A extended close.</summary>
    public char CrossType
    {
        readonly get => (char)_crossType;
        set => _crossType = (byte)value;
    }

    /// <summary>L, 1 to 9, A, B, C or space: deviation of the near price from the reference.</summary>
    public char PriceVariationIndicator
    {
        readonly get => (char)_priceVariationIndicator;
        set => _priceVariationIndicator = (byte)value;
    }
}
