using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 IPO Quoting Period Update, type K, 28 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    4 u32   Release Time
///     23    1 char  Release Qualifier
///     24    4 u32   IPO Price
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct IpoQuotingPeriodUpdateMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 28;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private uint _releaseTimeSeconds;

    [FieldOffset(23)]
    private byte _releaseQualifier;

    [FieldOffset(24)]
    private uint _ipoPrice4;

    /// <summary>A message of type K with zeros and spaces in its fields.</summary>
    public IpoQuotingPeriodUpdateMessage()
    {
        Header.Type = 'K';
        Stock = Alpha8.Blank;
        ReleaseQualifier = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'K';

    /// <summary>When quotation is to be released, seconds since midnight in New York.</summary>
    public uint ReleaseTimeSeconds
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_releaseTimeSeconds);
        set => _releaseTimeSeconds = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>A anticipated, C cancelled or postponed.</summary>
    public char ReleaseQualifier
    {
        readonly get => (char)_releaseQualifier;
        set => _releaseQualifier = (byte)value;
    }

    /// <summary>IPO price, 4 implied decimals.</summary>
    public uint IpoPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_ipoPrice4);
        set => _ipoPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }
}
