using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Risk.Stops;

/// <summary>Cancels every working order of a scope: a mark in each of them, worked off in sweeps over the slots. Owned by the risk stage.</summary>
/// <remarks>
/// A sweep is a chain of events, each a batch of cancels and the slot to go on from, so that rings are not overrun and a journal replays it.
/// A mark stays until its order has ended: what a gateway or venue refused is tried again by the sweep that the next timer event starts.
/// </remarks>
internal sealed class MassCancel(OrderStore orders, TermedOrders termed)
{
    /// <summary>Cancels in one event.</summary>
    public const int Batch = 64;

    /// <summary>Whether an order may carry a mark.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>Whether the next event of a sweep has been handed to the engine.</summary>
    public bool IsOnItsWay { get; private set; }

    /// <summary>The slot that the next event of the sweep begins with.</summary>
    public int Next { get; private set; }

    /// <summary>Whether marks were set behind the sweep that is on its way.</summary>
    private bool _again;

    /// <summary>Whether this sweep met a mark.</summary>
    private bool _met;

    /// <summary>Marks the working orders of a scope; those that are held become due.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="keepsLasting">Whether orders that are good till canceled or till a date stay.</param>
    public void Mark(in RiskScope scope, bool keepsLasting = false)
    {
        for (int slot = 0; slot < orders.HighWater; slot++)
        {
            ref OrderRecord order = ref orders.At(slot);
            if (order.Status != OrdStatus.None && !order.Status.IsFinal() && !(keepsLasting && order.TimeInForce is (TimeInForce.Gtc or TimeInForce.Gtd)) && scope.Covers(order.Account, order.Strategy, order.Venue, order.Instrument))
            {
                if (RiskStage.IsHeld(in order))
                {
                    termed.MakeDue(termed.IndexOf(slot), DueAction.Cancel);
                }
                else
                {
                    Mark(ref order);
                }
            }
        }
    }

    /// <summary>Marks one order that is at its venue.</summary>
    public void Mark(ref OrderRecord order)
    {
        order.Flags |= OrderFlags.CancelWanted;
        IsWanted = true;
        _again = true;
    }

    /// <summary>Begins a sweep where one is wanted and none is on its way.</summary>
    /// <returns>True when the engine has to be handed its first event.</returns>
    public bool TryBegin()
    {
        if (!IsWanted || IsOnItsWay)
        {
            return false;
        }

        _again = false;
        _met = false;
        Next = 0;
        return IsOnItsWay = true;
    }

    /// <summary>The next marked order that no cancel is on its way for, from a slot on.</summary>
    /// <param name="slot">Where to begin, and where it was found.</param>
    /// <returns>False when there is none.</returns>
    public bool TryNext(ref int slot)
    {
        for (; slot < orders.HighWater; slot++)
        {
            ref OrderRecord order = ref orders.At(slot);
            if (order.Status == OrdStatus.None || order.Status.IsFinal() || (order.Flags & OrderFlags.CancelWanted) == 0)
            {
                continue;
            }

            _met = true;
            if ((order.Flags & OrderFlags.Canceling) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A batch is done.</summary>
    /// <param name="slot">The first slot that was not looked at.</param>
    /// <param name="isBlocked">Whether a cancel of it could not be sent: then the rest waits for a timer.</param>
    /// <returns>True when the engine has to be handed the next event.</returns>
    public bool Continue(int slot, bool isBlocked)
    {
        Next = slot;
        if (slot < orders.HighWater && !isBlocked)
        {
            return IsOnItsWay = true;
        }

        IsOnItsWay = false;
        IsWanted = _met || _again;
        return !isBlocked && _again && TryBegin();
    }
}
