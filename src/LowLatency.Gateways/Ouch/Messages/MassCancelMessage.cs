using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LowLatency.Gateways.Feeds.Itch.Messages;

namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>OUCH 5.0 Mass Cancel, type C from the client, 17 bytes without its options, as it lies on the wire.</summary>
/// <remarks>
/// Cancels every order of a firm, of a stock or of all.
/// <code>
/// offset size type  field
///      0    1 char  Type
///      1    4 u32   UserRefNum
///      5    4 alpha Firm
///      9    8 alpha Symbol
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct MassCancelMessage : IOuchRequest
{
    /// <summary>Bytes of the message without its options.</summary>
    public const int Size = 17;

    [FieldOffset(0)]
    private byte _type;

    [FieldOffset(1)]
    private uint _userRefNum;

    /// <summary>The firm.</summary>
    [FieldOffset(5)]
    public Alpha4 Firm;

    /// <summary>The stock; spaces for all.</summary>
    [FieldOffset(9)]
    public Alpha8 Symbol;

    /// <summary>A message of type C with zeros and spaces in its fields.</summary>
    public MassCancelMessage()
    {
        _type = (byte)'C';
        Firm = Alpha4.Blank;
        Symbol = Alpha8.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'C';

    /// <inheritdoc/>
    public static OuchAppendage Appendage => OuchAppendage.Required;

    /// <summary>The number of the request; day-unique and rising on the port.</summary>
    public uint UserRefNum
    {
        readonly get => BinaryPrimitives.ReverseEndianness(_userRefNum);
        set => _userRefNum = BinaryPrimitives.ReverseEndianness(value);
    }
}
