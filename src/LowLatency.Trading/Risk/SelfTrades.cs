using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>The working orders with a price of each side of each listing, from the first limit on that prevents self-trades; and the orders that wait until those they would meet have ended. Owned by the risk stage.</summary>
/// <remarks>Lists in arrays by slot. An order that has ended stays in its list until somebody looks, or its slot is used again: its generation says so.</remarks>
internal sealed unsafe class SelfTrades : IDisposable
{
    private const int None = -1;

    private readonly NativeBuffer<Link> _buffer;
    private readonly Link* _links;
    private readonly RiskLimitTable _limits;
    private readonly OrderStore _orders;
    private readonly int[] _first;
    private readonly int[] _waiting;

    public SelfTrades(EngineDefinition definition, RiskLimitTable limits, OrderStore orders)
    {
        _limits = limits;
        _orders = orders;
        _buffer = new NativeBuffer<Link>(definition.Limits.OrderSlots);
        _links = _buffer.Start;
        _first = new int[(definition.Listings.Count + 1) * 2];
        _waiting = new int[definition.Limits.MaxOrdersWithTerms];
        Array.Fill(_first, None);
    }

    /// <summary>Whether a limit needs it, or needed it once.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Orders that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Whether it is set for the firm: then all orders of the firm are one's own, else those of the account.</summary>
    public bool IsForFirm => _limits.At(RiskLimitKind.SelfTradePrevention, 0) != RiskLimitTable.None;

    /// <summary>What is to be done with orders of an account in an instrument.</summary>
    /// <returns>False where nothing is.</returns>
    public bool Find(AccountId account, InstrumentId instrument, out SelfTradeAction action)
    {
        Int128 limit = _limits.OfPosition(RiskLimitKind.SelfTradePrevention, account, instrument);
        action = limit == RiskLimitTable.None ? default : (SelfTradeAction)(int)limit;
        return limit != RiskLimitTable.None;
    }

    /// <summary>A limit has changed: where one prevents self-trades, orders are kept from now on; those that work already are the caller's to enter.</summary>
    /// <returns>Whether one does.</returns>
    public bool TryTurnOn()
    {
        bool isSet = _limits.IsSet(RiskLimitKind.SelfTradePrevention);
        IsOn |= isSet;
        return isSet;
    }

    /// <summary>Enters an order that can rest.</summary>
    public void Enter(int slot)
    {
        Leave(slot);
        ref OrderRecord order = ref _orders.At(slot);
        int list = ListOf(order.Listing, order.Side);
        int next = _first[list];
        _links[slot] = new Link { List = list + 1, Generation = order.Generation, Next = next, Previous = None };
        if (next >= 0)
        {
            _links[next].Previous = slot;
        }

        _first[list] = slot;
    }

    /// <summary>The first order that an order of a side would meet at a listing, -1 where there is none.</summary>
    public int FirstAgainst(ListingId listing, Side side) => Live(_first[ListOf(listing, side) ^ 1]);

    /// <summary>The one after it.</summary>
    public int NextOf(int slot) => Live(_links[slot].Next);

    /// <summary>An order waits; only orders that have terms do.</summary>
    public void Wait(int slot) => _waiting[Waiting++] = slot;

    /// <summary>An order does not wait any more.</summary>
    /// <returns>False where it did not.</returns>
    public bool StopWaiting(int slot)
    {
        int index = Array.IndexOf(_waiting, slot, 0, Waiting);
        if (index < 0)
        {
            return false;
        }

        Waiting--;
        Array.Copy(_waiting, index + 1, _waiting, index, Waiting - index);
        return true;
    }

    /// <summary>Takes the order that has waited longest of a listing.</summary>
    /// <returns>Its slot, -1 where none waits.</returns>
    public int TakeWaiting(ListingId listing)
    {
        for (int i = 0; i < Waiting; i++)
        {
            int slot = _waiting[i];
            if (_orders.At(slot).Listing == listing)
            {
                StopWaiting(slot);
                return slot;
            }
        }

        return None;
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>The slot, or the next one in its list whose order has not ended.</summary>
    private int Live(int slot)
    {
        while (slot >= 0)
        {
            ref OrderRecord order = ref _orders.At(slot);
            int next = _links[slot].Next;
            if (order.Generation == _links[slot].Generation && order.Status != OrdStatus.None && !order.Status.IsFinal())
            {
                return slot;
            }

            Leave(slot);
            slot = next;
        }

        return None;
    }

    private void Leave(int slot)
    {
        ref Link link = ref _links[slot];
        if (link.List == 0)
        {
            return;
        }

        (link.Previous >= 0 ? ref _links[link.Previous].Next : ref _first[link.List - 1]) = link.Next;
        if (link.Next >= 0)
        {
            _links[link.Next].Previous = link.Previous;
        }

        link.List = 0;
    }

    private static int ListOf(ListingId listing, Side side) => (listing.Value * 2) + (side == Side.Buy ? 0 : 1);

    private struct Link
    {
        /// <summary>One more than the list it is in, 0 for none.</summary>
        public int List;

        public uint Generation;
        public int Next;
        public int Previous;
    }
}
