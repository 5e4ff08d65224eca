using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Risk;

/// <summary>A copy of the position book's entry for one account and instrument.</summary>
/// <param name="Account">The account.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Position">Bought less sold.</param>
/// <param name="WorkingBuy">Reserved by working buy orders.</param>
/// <param name="WorkingSell">Reserved by working sell orders.</param>
/// <param name="Cost">What the open position cost by average: positive for a long, negative for a short. What average cost cannot divide evenly stays here.</param>
/// <param name="RealizedPnl">Profit of what was closed, before fees.</param>
/// <param name="Fees">Fees paid; rebates count negative.</param>
public readonly record struct PositionSnapshot(
    AccountId Account,
    InstrumentId Instrument,
    Quantity Position,
    Quantity WorkingBuy,
    Quantity WorkingSell,
    Notional Cost,
    Notional RealizedPnl,
    Notional Fees)
{
    /// <summary>Profit of the open position at a mark price, before fees; exact.</summary>
    public Notional UnrealizedPnl(Price mark) => Notional.Of(mark, Position) - Cost;
}
