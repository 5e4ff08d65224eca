namespace LowLatency.Testing.Itch;

/// <summary>A displayed order of a generated day.</summary>
internal record struct ItchDayOrder(int Reference, uint Price4, uint Shares, bool IsBuy);
