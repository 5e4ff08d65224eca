namespace LowLatency.Latency.Commands;

/// <summary>Wrong usage or input; the message is one line for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
