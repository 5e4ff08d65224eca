using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Order Executed, type E, 31 bytes, as it lies on the wire.</summary>
/// <remarks>
/// Executes at the order's own price.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
///     19    4 u32   Executed Shares
///     23    8 u64   Match Number
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderExecutedMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 31;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _orderReference;

    [FieldOffset(19)]
    private uint _executedShares;

    [FieldOffset(23)]
    private ulong _matchNumber;

    /// <summary>A message of type E with zeros and spaces in its fields.</summary>
    public OrderExecutedMessage()
    {
        Header.Type = 'E';
    }

    /// <inheritdoc/>
    public static char Type => 'E';

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
}
