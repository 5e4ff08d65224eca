

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>What holds for all limits.</summary>
/// <param name="DayStartNs">When a trading day begins, nanoseconds after midnight UTC.</param>
/// <param name="LooseningNeedsApproval">Whether a second operator has to approve when a limit is loosened.</param>
public sealed record RiskSettings(long DayStartNs, bool LooseningNeedsApproval);
