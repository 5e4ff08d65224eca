namespace LowLatency.Gateways.Feeds.Itch.Messages;

/// <summary>A message of the feed as a struct of its exact wire size: the bytes seen through it are the message, and its bytes are the encoding.</summary>
public interface IItchMessage
{
    /// <summary>The first byte of the message.</summary>
    static abstract char Type { get; }
}
