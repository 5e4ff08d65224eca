using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Broken Trade, type B, 19 bytes, as it lies on the wire.</summary>
/// <remarks>
/// The book is not restored.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 u64   Match Number
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct BrokenTradeMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 19;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private ulong _matchNumber;

    /// <summary>A message of type B with zeros and spaces in its fields.</summary>
    public BrokenTradeMessage()
    {
        Header.Type = 'B';
    }

    /// <inheritdoc/>
    public static char Type => 'B';

    /// <summary>The execution that is void.</summary>
    public ulong MatchNumber
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_matchNumber);
        set => _matchNumber = BinaryPrimitives.ReverseEndianness(value);
    }
}
