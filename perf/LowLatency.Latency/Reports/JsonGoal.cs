namespace LowLatency.Latency.Reports;

/// <summary>A goal with what was found.</summary>
internal sealed record JsonGoal(string Goal, double? Found, bool? Met);
