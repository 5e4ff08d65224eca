namespace LowLatency.Trading.Terms;

/// <summary>The first term that cannot be, and what it broke; 0 where it broke no number.</summary>
internal readonly record struct TermsFault(long Value, long Limit);
