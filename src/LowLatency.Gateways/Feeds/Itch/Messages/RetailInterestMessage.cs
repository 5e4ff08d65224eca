using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Retail Price Improvement Indicator (RPII), type N, 20 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Interest Flag
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct RetailInterestMessage : IItchMessage
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
    private byte _interestFlag;

    /// <summary>A message of type N with zeros and spaces in its fields.</summary>
    public RetailInterestMessage()
    {
        Header.Type = 'N';
        Stock = Alpha8.Blank;
        InterestFlag = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'N';

    /// <summary>B buy, S sell, A both, N none.</summary>
    public char InterestFlag
    {
        readonly get => (char)_interestFlag;
        set => _interestFlag = (byte)value;
    }
}
