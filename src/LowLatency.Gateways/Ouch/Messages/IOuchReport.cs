namespace LowLatency.Gateways.Ouch.Messages;

/// <summary>A message from the venue to the client; the specification calls them outbound.</summary>
public interface IOuchReport : IOuchMessage;
