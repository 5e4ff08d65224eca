using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 MWCB Decline Level, type V, 35 bytes, as it lies on the wire.</summary>
/// <remarks>
/// Prices with 8 implied decimals, the only ones of the feed.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Level 1
///     19    8 u64   Level 2
///     27    8 u64   Level 3
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct MwcbDeclineLevelMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 35;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _level1Price8;

    [FieldOffset(19)]
    private ulong _level2Price8;

    [FieldOffset(27)]
    private ulong _level3Price8;

    /// <summary>A message of type V with zeros and spaces in its fields.</summary>
    public MwcbDeclineLevelMessage()
    {
        Header.Type = 'V';
    }

    /// <inheritdoc/>
    public static char Type => 'V';

    /// <summary>First decline level, 8 implied decimals.</summary>
    public ulong Level1Price8
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_level1Price8);
        set => _level1Price8 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Second decline level, 8 implied decimals.</summary>
    public ulong Level2Price8
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_level2Price8);
        set => _level2Price8 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Third decline level, 8 implied decimals.</summary>
    public ulong Level3Price8
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_level3Price8);
        set => _level3Price8 = BinaryPrimitives.ReverseEndianness(value);
    }
}
