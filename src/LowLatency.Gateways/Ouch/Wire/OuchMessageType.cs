using LowLatency.Gateways.Ouch.Messages;

namespace LowLatency.Gateways.Ouch.Wire;

/// <summary>One of the message types of OUCH 5.0 in one direction.</summary>
/// <param name="Code">The first byte of its messages.</param>
/// <param name="Name">The name of the specification.</param>
/// <param name="FixedBytes">Bytes of a message without its options and their length.</param>
/// <param name="Appendage">Whether options follow.</param>
public readonly record struct OuchMessageType(char Code, string Name, int FixedBytes, OuchAppendage Appendage);
