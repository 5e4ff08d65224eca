namespace LowLatency.Gateways.Feeds.Itch.Decoding;

/// <summary>One of the message types of ITCH 5.0.</summary>
/// <param name="Code">The first byte of its messages.</param>
/// <param name="Name">The name of the specification.</param>
/// <param name="Length">Bytes of a message.</param>
public readonly record struct ItchMessageType(char Code, string Name, int Length);
