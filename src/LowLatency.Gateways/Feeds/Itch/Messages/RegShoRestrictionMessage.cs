using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Reg SHO Short Sale Price Test Restricted Indicator, type Y, 20 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Reg SHO Action
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct RegShoRestrictionMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 20;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private byte _regShoAction;

    /// <summary>A message of type Y with zeros and spaces in its fields.</summary>
    public RegShoRestrictionMessage()
    {
        Header.Type = 'Y';
        Stock = Alpha8.Blank;
        RegShoAction = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'Y';

    /// <summary>0 none, 1 in effect due to an intraday drop, 2 remains in effect.</summary>
    public char RegShoAction
    {
        readonly get => (char)_regShoAction;
        set => _regShoAction = (byte)value;
    }
}
