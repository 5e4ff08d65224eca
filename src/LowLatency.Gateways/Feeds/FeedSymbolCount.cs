namespace LowLatency.Gateways.Feeds;

/// <summary>How many messages of one instrument a file has.</summary>
/// <param name="Symbol">The symbol, or the feed's number after a <c>#</c> where the file never names it.</param>
/// <param name="Messages">How many.</param>
public readonly record struct FeedSymbolCount(string Symbol, long Messages);
