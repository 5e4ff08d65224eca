using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Order Executed With Price, type C, 36 bytes, as it lies on the wire.</summary>
/// <remarks>
/// Executes at a price other than the order's own.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
///     19    4 u32   Executed Shares
///     23    8 u64   Match Number
///     31    1 char  Printable
///     32    4 u32   Execution Price
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderExecutedWithPriceMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 36;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _orderReference;

    [FieldOffset(19)]
    private uint _executedShares;

    [FieldOffset(23)]
    private ulong _matchNumber;

    [FieldOffset(31)]
    private byte _printable;

    [FieldOffset(32)]
    private uint _executionPrice4;

    /// <summary>A message of type C with zeros and spaces in its fields.</summary>
    public OrderExecutedWithPriceMessage()
    {
        Header.Type = 'C';
        Printable = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'C';

    /// <summary>The order.</summary>
    public ulong OrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReference);
        set => _orderReference = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Shares to take off the order.</summary>
    public uint ExecutedShares
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_executedShares);
        set => _executedShares = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>The execution.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Y counts in volume; N does not, a bulk print follows.</summary>
    public char Printable
    {
        readonly get => (char)_printable;
        set => _printable = (byte)value;
    }

    /// <summary>Price of the execution, 4 implied decimals.</summary>
    public uint ExecutionPrice4
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_executionPrice4);
        set => _executionPrice4 = BinaryPrimitives.ReverseEndianness(value);
    }
}
