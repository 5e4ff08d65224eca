using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 System Event, type S, 12 bytes, as it lies on the wire.</summary>
/// <remarks>
/// Stock Locate is 0.
/// <code>
/// offset size type  field
///      0   11       header
///     11    1 char  Event Code
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct SystemEventMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 12;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private byte _eventCode;

    /// <summary>A message of type S with zeros and spaces in its fields.</summary>
    public SystemEventMessage()
    {
        Header.Type = 'S';
        EventCode = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'S';

    /// <summary>O start of messages, S start of system hours, Q start of market hours, M end of market hours, E end of system hours, C end of messages.</summary>
    public char EventCode
    {
        readonly get => (char)_eventCode;
        set => _eventCode = (byte)value;
    }
}
