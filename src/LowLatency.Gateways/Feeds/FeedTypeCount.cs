namespace LowLatency.Gateways.Feeds;

/// <summary>How many messages of one type a file has.</summary>
/// <param name="Type">The format's code of the type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Messages">How many.</param>
public readonly record struct FeedTypeCount(string Type, string Name, long Messages);
