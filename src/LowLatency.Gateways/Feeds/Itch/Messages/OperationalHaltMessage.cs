using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Operational Halt, type h, 21 bytes, as it lies on the wire.</summary>
/// <remarks>
/// The type is the lower-case letter.
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Market Code
///     20    1 char  Halt Action
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct OperationalHaltMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 21;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private byte _marketCode;

    [FieldOffset(20)]
    private byte _haltAction;

    /// <summary>A message of type h with zeros and spaces in its fields.</summary>
    public OperationalHaltMessage()
    {
        Header.Type = 'h';
        Stock = Alpha8.Blank;
        MarketCode = ' ';
        HaltAction = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'h';

    /// <summary>Q Nasdaq, B BX, X PSX.</summary>
    public char MarketCode
    {
        readonly get => (char)_marketCode;
        set => _marketCode = (byte)value;
    }

    /// <summary>H halted, T resumed.</summary>
    public char HaltAction
    {
        readonly get => (char)_haltAction;
        set => _haltAction = (byte)value;
    }
}
