using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Cross Trade, type Q, 40 bytes, as it lies on the wire.</summary>
/// <remarks>
/// The book does not change; 0 shares where no cross happened.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Shares
///     19    8 alpha Stock
///     27    4 u32   Cross Price
///     31    8 u64   Match Number
///     39    1 char  Cross Type
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct CrossTradeMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 40;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _shares;

    /// <summary>The symbol.</summary>
    [FieldOffset(19)]
    public Alpha8 Stock;

    [FieldOffset(27)]
    private uint _crossPrice4;

    [FieldOffset(31)]
    private ulong _matchNumber;

    [FieldOffset(39)]
    private byte _crossType;

    /// <summary>A message of type Q with zeros and spaces in its fields.</summary>
    public CrossTradeMessage()
    {
        Header.Type = 'Q';
        Stock = Alpha8.Blank;
        CrossType = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'Q';

    /// <summary>Shares matched in the cross.</summary>
    public ulong Shares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_shares);
        set => _shares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Price of the cross, 4 implied decimals.</summary>
    public uint CrossPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_crossPrice4);
        set => _crossPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The execution.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>O opening, C closing, H halt or IPO, A extended close; I intraday in older revisions.</summary>
    public char CrossType
    {
        readonly get => (char)_crossType;
        set => _crossType = (byte)value;
    }
}
