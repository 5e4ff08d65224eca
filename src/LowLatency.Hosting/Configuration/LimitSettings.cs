using LowLatency.Trading.Risk;

namespace LowLatency.Hosting.Configuration;

/// <summary>The limits of an account in an instrument.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Symbol">The instrument's symbol.</param>
/// <param name="Limits">The limits.</param>
public sealed record LimitSettings(string Account, string Symbol, RiskLimits Limits);
