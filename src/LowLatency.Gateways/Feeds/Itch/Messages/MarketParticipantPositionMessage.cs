using System.Runtime.InteropServices;

namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>ITCH 5.0 Market Participant Position, type L, 26 bytes, as it lies on the wire.</summary>
/// <remarks>
/// <code>
/// offset size type  field
///      0   11       header
///     11    4 alpha MPID
///     15    8 alpha Stock
///     23    1 char  Primary Market Maker
///     24    1 char  Market Maker Mode
///     25    1 char  Participant State
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Pack = 1, Size = Size)]
public struct MarketParticipantPositionMessage : IItchMessage
{
    /// <summary>Bytes of the message.</summary>
    public const int Size = 26;

    /// <summary>What every message begins with.</summary>
    [FieldOffset(0)]
    public ItchHeader Header;

    /// <summary>The market participant.</summary>
    [FieldOffset(11)]
    public Alpha4 Mpid;

    /// <summary>The symbol.</summary>
    [FieldOffset(15)]
    public Alpha8 Stock;

    [FieldOffset(23)]
    private byte _primaryMarketMaker;

    [FieldOffset(24)]
    private byte _marketMakerMode;

    [FieldOffset(25)]
    private byte _marketParticipantState;

    /// <summary>A message of type L with zeros and spaces in its fields.</summary>
    public MarketParticipantPositionMessage()
    {
        Header.Type = 'L';
        Mpid = Alpha4.Blank;
        Stock = Alpha8.Blank;
        PrimaryMarketMaker = ' ';
        MarketMakerMode = ' ';
        MarketParticipantState = ' ';
    }

    /// <inheritdoc/>
    public static char Type => 'L';

    /// <summary>Y or N.</summary>
    public char PrimaryMarketMaker
    {
        readonly get => (char)_primaryMarketMaker;
        set => _primaryMarketMaker = (byte)value;
    }

    /// <summary>N normal, P passive, S syndicate, R pre-syndicate, L penalty.</summary>
    public char MarketMakerMode
    {
        readonly get => (char)_marketMakerMode;
        set => _marketMakerMode = (byte)value;
    }

    /// <summary>A active, E excused, W withdrawn, S suspended, D deleted.</summary>
    public char MarketParticipantState
    {
        readonly get => (char)_marketParticipantState;
        set => _marketParticipantState = (byte)value;
    }
}
