namespace LowLatency.Gateways.SoupBin;

/// <summary>The packet types of SoupBinTCP 3.00 to 4.10, by their letters on the wire.</summary>
public static class SoupBinPacketType
{
    /// <summary>Either side: text, to be ignored.</summary>
    public const byte Debug = (byte)'+';

    /// <summary>Client: asks for a session.</summary>
    public const byte LoginRequest = (byte)'L';

    /// <summary>Server: the session and the next sequence number.</summary>
    public const byte LoginAccepted = (byte)'A';

    /// <summary>Server: why not; the connection ends.</summary>
    public const byte LoginRejected = (byte)'J';

    /// <summary>Server: a message that is numbered by its place, one after the other.</summary>
    public const byte SequencedData = (byte)'S';

    /// <summary>A message without a number: from the client, and since 4.00 from the server.</summary>
    public const byte UnsequencedData = (byte)'U';

    /// <summary>Server: nothing has been sent for a second.</summary>
    public const byte ServerHeartbeat = (byte)'H';

    /// <summary>Client: nothing has been sent for a second.</summary>
    public const byte ClientHeartbeat = (byte)'R';

    /// <summary>Server: no more messages in this session.</summary>
    public const byte EndOfSession = (byte)'Z';

    /// <summary>Client: the server closes the connection.</summary>
    public const byte LogoutRequest = (byte)'O';
}
