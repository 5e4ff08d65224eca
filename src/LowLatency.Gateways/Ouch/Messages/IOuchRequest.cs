namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>A message from the client to the venue; the specification calls them inbound.</summary>
public interface IOuchRequest : IOuchMessage;
