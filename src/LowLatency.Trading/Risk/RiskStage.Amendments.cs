using System.Runtime.CompilerServices;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Ledger;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Valuation;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Risk;

/// <summary>Executions that the venue takes back or corrects.</summary>
/// <remarks>
/// The position is given the opposite fill at the same price, and of a correction the right one: so quantity and money paid are exact, while what was realised in between stays realised. Fees follow.
/// The order has executed so much less, or more: one that works is open for the difference again, one that has ended stays as it ended. Counts and values of the day stay as they were.
/// </remarks>
internal partial struct RiskStage
{
    /// <summary>The execution a bust or correction means; a null reference where there is none.</summary>
    public readonly ref Execution FindExecution(ref readonly EngineEvent e) => ref _executions.Find(e.Target, e.VenueNumber);

    /// <summary>Takes an execution back, or corrects it. Writes what it was into the event of a bust, and the change of the fee into that of both.</summary>
    /// <param name="e">The report.</param>
    /// <param name="execution">From <see cref="FindExecution"/>; afterwards it is what it is now.</param>
    /// <param name="order">Its order, or a null reference where that is not kept any more.</param>
    /// <param name="listings">For the fee rates.</param>
    /// <returns>False when the numbers cannot be: nothing is changed then.</returns>
    public readonly bool Amend(ref EngineEvent e, ref Execution execution, ref OrderRecord order, ListingTable listings)
    {
        bool busts = e.ExecType == ExecType.TradeCancel;
        long price = busts ? 0 : e.Price.Raw;
        long quantity = busts ? 0 : e.Quantity.Raw;
        if (!busts && (price <= 0 || quantity <= 0 || quantity > RiskLimits.MaxRawQuantity))
        {
            return false;
        }

        ref PositionRecord position = ref _positions.At(execution.PositionIndex);
        Int128 before = Notional.ProductOfPositive(execution.Price, execution.Quantity);
        Int128 after = Notional.ProductOfPositive(price, quantity);
        Primitives.Identity.InstrumentId instrument = InstrumentOf(execution.Place);
        PositionValue value = _gate.IsValuing ? _gate.ValueOf(instrument, execution.PositionIndex) : default;
        if (!Rebook(ref position, in execution, before, price, quantity, after))
        {
            return false;
        }

        Int128 rate = listings.At(execution.Listing.Value).FeeRate(execution.Liquidity);
        e.Fee = MulDiv.Ceiling(after, (long)rate, 100_000_000) - MulDiv.Ceiling(before, (long)rate, 100_000_000);
        e.HasFee = true;
        position.Fees += e.Fee;
        if (_gate.IsValuing)
        {
            _gate.Revalue(execution.Account, instrument, execution.PositionIndex, value, e.TimeNs);
        }

        if (!Unsafe.IsNullRef(ref order))
        {
            Amend(ref order, ref position, quantity - execution.Quantity, after - before);
        }

        if (busts)
        {
            e.Price = new Price(execution.Price);
            e.Quantity = new Quantity(execution.Quantity);
        }
        else
        {
            e.LargestQuantity = new Quantity(execution.Quantity);
            execution.Price = price;
        }

        execution.Quantity = quantity;
        return true;
    }

    /// <summary>The opposite of what was booked, then what should have been; all or nothing.</summary>
    private static bool Rebook(ref PositionRecord position, ref readonly Execution execution, Int128 before, long price, long quantity, Int128 after)
    {
        PositionRecord was = position;
        Side opposite = execution.Side.OfBook().Opposite();
        if (PositionBook.Fill(ref position, opposite, execution.Price, execution.Quantity, before)
            && (quantity == 0 || PositionBook.Fill(ref position, execution.Side, price, quantity, after)))
        {
            return true;
        }

        position = was;
        return false;
    }

    /// <summary>An order has executed more or less than it had.</summary>
    private readonly void Amend(ref OrderRecord order, ref PositionRecord position, long more, Int128 worth)
    {
        RiskLevels levels = CountedLevels(in order);
        OrderStanding standing = levels == RiskLevels.None ? default : OrderStanding.Of(in order);
        long reserved = order.Reserved;
        order.CumQty += more;
        order.CumNotional += worth;
        bool isWhole = order.CumQty >= order.Quantity && !order.Status.IsFinal();
        order.Status = order.After(isWhole ? OrderAction.FillRest : OrderAction.Amend, order.Flags);
        Reserve(ref order, ref position, reserved);
        if (levels != RiskLevels.None)
        {
            _gate.Changed(in order, standing, levels);
        }
    }

    private static Primitives.Identity.InstrumentId InstrumentOf(ulong place) => new((int)(uint)place);
}
