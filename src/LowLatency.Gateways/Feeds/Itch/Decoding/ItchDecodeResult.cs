namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>What the decoder made of a message.</summary>
public enum ItchDecodeResult : byte
{
    /// <summary>The handler was called.</summary>
    Ok = 0,

    /// <summary>The handler was called with a system event, which concerns all stocks.</summary>
    SystemEvent,

    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>The format has no such type; the handler was not called.</summary>
    UnknownType,

    /// <summary>The length is not the type's; the handler was not called.</summary>
    WrongLength,
}
