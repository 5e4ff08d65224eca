using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Direct Listing with Capital Raise Price Discovery, type O, 48 bytes, as it lies on the wire.</summary>
/// <remarks>
/// In newer revisions of the feed only.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Open Eligibility
///     20    4 u32   Minimum Price
///     24    4 u32   Maximum Price
///     28    4 u32   Near Price
///     32    8 u64   Near Time
///     40    4 u32   Lower Collar
///     44    4 u32   Upper Collar
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct DirectListingPriceMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 48;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private byte _openEligibilityStatus;

    [FieldOffset(20)]
    private uint _minimumPrice4;

    [FieldOffset(24)]
    private uint _maximumPrice4;

    [FieldOffset(28)]
    private uint _nearExecutionPrice4;

    [FieldOffset(32)]
    private ulong _nearExecutionTimeNs;

    [FieldOffset(40)]
    private uint _lowerCollarPrice4;

    [FieldOffset(44)]
    private uint _upperCollarPrice4;

    /// <summary>A message of type O with zeros and spaces in its fields.</summary>
    public DirectListingPriceMessage()
    {
        Header.Type = 'O';
        Stock = Alpha8.Blank;
        OpenEligibilityStatus = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'O';

    /// <summary>Y or N.</summary>
    public char OpenEligibilityStatus
    {
        readonly get => (char)_openEligibilityStatus;
        set => _openEligibilityStatus = (byte)value;
    }

    /// <summary>Minimum allowable price, 4 implied decimals.</summary>
    public uint MinimumPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_minimumPrice4);
        set => _minimumPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Maximum allowable price, 4 implied decimals.</summary>
    public uint MaximumPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_maximumPrice4);
        set => _maximumPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Near execution price, 4 implied decimals.</summary>
    public uint NearExecutionPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_nearExecutionPrice4);
        set => _nearExecutionPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Near execution time, ns since midnight in New York.</summary>
    public ulong NearExecutionTimeNs
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_nearExecutionTimeNs);
        set => _nearExecutionTimeNs = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Lower price range collar, 4 implied decimals.</summary>
    public uint LowerCollarPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_lowerCollarPrice4);
        set => _lowerCollarPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Upper price range collar, 4 implied decimals.</summary>
    public uint UpperCollarPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_upperCollarPrice4);
        set => _upperCollarPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }
}
