using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Disable Order Entry, type D from the client, 9 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// The venue refuses new orders of the firm until order entry is enabled again.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   UserRefNum
///      5    4 alpha Firm
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct DisableOrderEntryMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 9;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _userRefNum;

    /// <summary>The firm.</summary>
    [FieldOffset(5)]
    public Alpha4 Firm;

    /// <summary>A message of type D with zeros and spaces in its fields.</summary>
    public DisableOrderEntryMessage()
    {
        _type = (byte)'D';
        Firm = Alpha4.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'D';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

    /// <summary>The number of the request; day-unique and rising on the port.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }
}
