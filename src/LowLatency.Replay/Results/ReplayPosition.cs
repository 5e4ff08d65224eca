using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Replay.Results;

/// <summary>What an account ended with in an instrument.</summary>
/// <param name="Account">The account.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Position">Bought less sold.</param>
/// <param name="Cost">What the open position cost by average: positive for a long, negative for a short.</param>
/// <param name="Fees">Fees paid; rebates count negative.</param>
/// <param name="RealizedPnl">Profit of what was closed, at average cost, before fees.</param>
/// <param name="Mark">The mid of the last local top of book that had both sides, rounded down to 1e-8; null where there never was one.</param>
/// <param name="UnrealizedPnl">Exact profit of the open position at the mark, before fees; null where there is a position and no mark.</param>
public sealed record ReplayPosition(
    AccountId Account,
    Instrument Instrument,
    Quantity Position,
    Notional Cost,
    Notional Fees,
    Notional RealizedPnl,
    Price? Mark,
    Notional? UnrealizedPnl);
