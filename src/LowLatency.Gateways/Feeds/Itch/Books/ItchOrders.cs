using System.Runtime.CompilerServices;
using LowLatency.Markets.Books;

namespace LowLatency.Gateways.Feeds.Itch.Books;

/// <summary>The displayed orders of all stocks by reference, and the judgement of what refers to them. One thread.</summary>
/// <remarks>
/// Every faulty reference is one anomaly: <see cref="FeedAnomalyKind.UnknownOrder"/>, <see cref="FeedAnomalyKind.OrderOfUnknownSide"/>, <see cref="FeedAnomalyKind.DuplicateOrder"/>,
/// <see cref="FeedAnomalyKind.Overfilled"/> (taken as far as the order goes), <see cref="FeedAnomalyKind.WrongInstrument"/> (taken as of the order's own stock).
/// No allocation but where more orders are alive than ever before.
/// </remarks>
public sealed class ItchOrders : IDisposable
{
    /// <summary>What <see cref="Find"/> returns where there is no order to act on.</summary>
    public const int None = -1;

    private readonly OrderReferenceMap _slots;
    private readonly OrderSlots<ItchOrder> _orders;
    private readonly FeedAnomalies _anomalies;

    /// <summary>No orders.</summary>
    /// <param name="anomalies">Takes what is odd.</param>
    /// <param name="expectedOrders">Orders alive at one time before more memory is taken.</param>
    /// <param name="expectedReferences">References handed out in the day before more memory is taken.</param>
    public ItchOrders(FeedAnomalies anomalies, int expectedOrders = 1 << 16, int expectedReferences = 0)
    {
        _anomalies = anomalies;
        _orders = new(expectedOrders);
        _slots = new(expectedReferences);
    }

    /// <summary>How many orders are alive, those of unknown side included.</summary>
    public int Count => _slots.Count;

    /// <summary>The order of a slot.</summary>
    public ref ItchOrder this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _orders[slot];
    }

    /// <summary>Adds an order; false, and an anomaly, when its reference is in use, or when it has no shares or no price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(ulong reference, in ItchOrder order, long offset)
    {
        if (order.Shares == 0 || order.Price4 == 0)
        {
            _anomalies.Add(FeedAnomalyKind.OutOfRange, offset, 0, order.Shares == 0 ? "shares" : "price");
            return false;
        }

        int slot = _orders.Take();
        if (!_slots.TryAdd(reference, slot))
        {
            _orders.Return(slot);
            _anomalies.Add(FeedAnomalyKind.DuplicateOrder, offset, reference);
            return false;
        }

        _orders[slot] = order;
        return true;
    }

    /// <summary>The slot of an order some of which is to be taken; <see cref="None"/>, and an anomaly, when there is no such order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong reference, ushort stockLocate, long offset)
    {
        int slot = _slots.Find(reference);
        if (slot < 0 || _orders[slot].StockLocate != stockLocate)
        {
            CountFault(slot, reference, offset);
        }

        return slot;
    }

    /// <summary>Takes an order away and tells what it was; false, and an anomaly, when there is no such order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRemove(ulong reference, ushort stockLocate, long offset, out ItchOrder order)
    {
        int slot = _slots.Remove(reference);
        if (slot < 0)
        {
            order = default;
            CountFault(slot, reference, offset);
            return false;
        }

        order = _orders[slot];
        if (order.StockLocate != stockLocate)
        {
            CountFault(slot, reference, offset);
        }

        _orders.Return(slot);
        return true;
    }

    /// <summary>Takes an order away and puts another of its side and stock in its place; of an original that is not there the new order is remembered with no side.</summary>
    /// <param name="stockLocate">The stock the message names.</param>
    /// <param name="original">The order that leaves.</param>
    /// <param name="reference">The order that comes.</param>
    /// <param name="shares">Its shares.</param>
    /// <param name="price4">Its price.</param>
    /// <param name="offset">Of the message.</param>
    /// <param name="old">What the order that left was.</param>
    /// <param name="added">Whether the new order was added.</param>
    /// <returns>False when the original is not there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReplace(ushort stockLocate, ulong original, ulong reference, uint shares, uint price4, long offset, out ItchOrder old, out bool added)
    {
        bool found = TryRemove(original, stockLocate, offset, out old);
        added = TryAdd(reference, new(price4, shares, found ? old.StockLocate : stockLocate, old.Side), offset);
        return found;
    }

    /// <summary>Takes shares off an order, and the order away when none are left.</summary>
    /// <returns>The shares taken: fewer than asked, and an anomaly, when the order has no more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Reduce(int slot, ulong reference, uint shares, long offset)
    {
        uint left = _orders[slot].Shares;
        if (shares < left)
        {
            _orders[slot].Shares = left - shares;
            return shares;
        }

        if (shares > left)
        {
            _anomalies.Add(FeedAnomalyKind.Overfilled, offset, shares - left);
        }

        _slots.Remove(reference);
        _orders.Return(slot);
        return left;
    }

    /// <summary>Asks the processor to load the entry of a reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong reference) => _slots.Prefetch(reference);

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _orders.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountFault(int slot, ulong reference, long offset) =>
        _anomalies.Add(slot < 0 ? FeedAnomalyKind.UnknownOrder : FeedAnomalyKind.WrongInstrument, offset, reference);
}
