using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Account Query, type Q from the client, 1 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Asks for the next number of the port, after a connection was made anew.
/// <code>
/// offset size type  field
///      0    1 char  Type
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct AccountQueryMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 1;

    [FieldOffset(0)]
    private byte _type;

    /// <summary>A message of type Q with zeros and spaces in its fields.</summary>
    public AccountQueryMessage()
    {
        _type = (byte)'Q';
    }

    /// <inheritdoc/>
    public static char Type => 'Q';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Optional;
}
