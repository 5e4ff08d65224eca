using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Testing;

namespace LowLatency.Latency.Matching;

/// <summary>An order flow to match: a published one where its file is there, else a generated one.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Seed">Of the generated flow.</param>
/// <param name="Crash">Whether its market crashes.</param>
/// <param name="Published">The published file below the shared data; null for none.</param>
internal sealed record MatchFlow(string Name, ulong Seed, bool Crash = false, string? Published = null)
{
    public static readonly MatchFlow Normal = new("normal", 23, Published: "data/matching/normal.msgs.gz");

    public static readonly MatchFlow Static = new("static", 29, Published: "data/matching/static.msgs.gz");

    public static readonly MatchFlow OtherSeed = new("seed 101", 101);

    public static readonly MatchFlow FlashCrash = new("flash crash", 31, Crash: true);

    /// <summary>Where the published file is, null when it is not there.</summary>
    public string? PublishedPath => Published is null ? null : SharedData.Find(Published, out _);

    public OrderFlowFile Generate() => GeneratedOrderFlow.Open(Seed, Crash);
}
