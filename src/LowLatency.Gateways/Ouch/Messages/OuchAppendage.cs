namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>Whether a list of options, behind its length in two bytes, follows the fixed part of a message.</summary>
public enum OuchAppendage : byte
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>The length may be left out where there are no options; both forms are read.</summary>
    Optional = 1,

    /// <summary>Always; the length is 0 where there are no options.</summary>
    Required = 2,
}
