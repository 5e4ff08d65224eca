using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Order Delete, type D, 19 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Order Reference
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OrderDeleteMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 19;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _orderReference;

    /// <summary>A message of type D with zeros and spaces in its fields.</summary>
    public OrderDeleteMessage()
    {
        Header.Type = 'D';
    }

    /// <inheritdoc/>
    public static char Type => 'D';

    /// <summary>The order, all of which leaves the book.</summary>
    public ulong OrderReference
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_orderReference);
        set => _orderReference = BinaryPrimitives.ReverseEndianness(value);
    }
}
