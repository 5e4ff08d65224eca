using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>Limits of a scope: of those names that are given, none of them is the firm.</summary>
/// <param name="Path">The full path of the entry, for messages.</param>
/// <param name="Account">The account's name; empty for all.</param>
/// <param name="Strategy">The strategy's name; empty for all.</param>
/// <param name="Venue">The venue's name; empty for all.</param>
/// <param name="Symbol">The instrument's symbol; empty for all.</param>
/// <param name="Values">The limits, raw in their units.</param>
public sealed record LimitSettings(string Path, string Account, string Strategy, string Venue, string Symbol, IReadOnlyDictionary<RiskLimitKind, Int128> Values);
