using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 MWCB Status, type W, 12 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    1 char  Breached Level
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct MwcbStatusMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 12;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    [FieldOffset(11)]
    private byte _breachedLevel;

    /// <summary>A message of type W with zeros and spaces in its fields.</summary>
    public MwcbStatusMessage()
    {
        Header.Type = 'W';
        BreachedLevel = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'W';

    /// <summary>1, 2 or 3.</summary>
    public char BreachedLevel
    {
        readonly get => (char)_breachedLevel;
        set => _breachedLevel = (byte)value;
    }
}
