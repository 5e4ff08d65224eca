using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Stock Trading Action, type H, 25 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    8 alpha Stock
///     19    1 char  Trading State
///     20    1 char  Reserved
///     21    4 alpha Reason
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct StockTradingActionMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 25;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The symbol.</summary>
    [FieldOffset(11)]
    public Alpha8 Stock;

    [FieldOffset(19)]
    private byte _tradingState;

    [FieldOffset(20)]
    private byte _reserved;

    /// <summary>The reason, as in T1, LUDP, IPO1.</summary>
    [FieldOffset(21)]
    public Alpha4 Reason;

    /// <summary>A message of type H with zeros and spaces in its fields.</summary>
    public StockTradingActionMessage()
    {
        Header.Type = 'H';
        Stock = Alpha8.Blank;
        TradingState = ' ';
        Reserved = ' ';
        Reason = Alpha4.Blank;
    }

    /// <inheritdoc/>
    public static char Type => 'H';

    /// <summary>H halted, P paused, Q quotation only, T trading.</summary>
    public char TradingState
    {
        readonly get => (char)_tradingState;
        set => _tradingState = (byte)value;
    }

    /// <summary>Reserved.</summary>
    public char Reserved
    {
        readonly get => (char)_reserved;
        set => _reserved = (byte)value;
    }
}
