namespace LowLatency.Replay.Driver;

/// <summary>A fault the driver itself found; its message is the reason why the run stops.</summary>
internal sealed class ReplayFaultException(string message) : Exception(message);
