namespace LowLatency.Trading.Risk.Breakers;

/// <summary>When and against which price the order in a slot was sent.</summary>
/// <param name="Generation">The order's, so that a mark of an earlier order in the slot is not taken for its.</param>
/// <param name="TimeNs">The engine's time.</param>
/// <param name="Reference">The opposite best, 0 where there was none.</param>
internal readonly record struct SentMark(uint Generation, long TimeNs, long Reference);
