namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>What a decoder made of a message.</summary>
public enum OuchDecodeStatus : byte
{
    /// <summary>The handler was called.</summary>
    Ok = 0,

    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>The format has no such type in this direction; the handler was not called.</summary>
    UnknownType,

    /// <summary>The length is not the type's, or not what the length of the options makes it; the handler was not called.</summary>
    WrongLength,

    /// <summary>An option does not fit its list or its tag; the handler was not called.</summary>
    BadOption,
}
