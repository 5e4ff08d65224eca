using LowLatency.Gateways.Ouch.Wire;
namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>The fixed part of a message as a struct of its exact wire size: the bytes seen through it are the message, and its bytes are the encoding. Options follow it (<see cref="OuchOptions"/>).</summary>
public interface IOuchMessage
{
    /// <summary>The first byte of the message; unique in one direction only.</summary>
    static abstract char Type { get; }

    /// <summary>Whether options follow.</summary>
    static abstract OuchAppendage Appendage { get; }
}
