using LowLatency.Primitives.Collections;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>The orders that have terms: held until a trigger, expiring, or with more for their venue than an order's own line. All preallocated; owned by the risk stage.</summary>
/// <remarks>
/// <code>
/// invariant  0 &lt;= count &lt;= capacity
///            an order has a record exactly while its flag HasTerms is set
///            a record is in a trigger queue only while its order is held and not due
/// </code>
/// </remarks>
internal sealed unsafe class TermedOrders : IDisposable
{
    public const int None = -1;

    private readonly NativeBuffer<TermedOrder> _buffer;
    private readonly NativeBuffer<int> _ofSlot;
    private readonly TermedOrder* _records;
    private int _free = None;
    private int _highWater;
    private int _expiries = None;
    private int _dueFirst = None;
    private int _dueLast = None;

    public TermedOrders(int capacity, int orders, int instruments)
    {
        _buffer = new NativeBuffer<TermedOrder>(capacity);
        _ofSlot = new NativeBuffer<int>(orders);
        _records = _buffer.Start;
        Capacity = capacity;
        Triggers = new TriggerQueues(_records, instruments);
        Links = new OrderLinks(_records);
    }

    /// <summary>Orders with terms there can be at a time.</summary>
    public int Capacity { get; }

    /// <summary>Orders with terms there are.</summary>
    public int Count { get; private set; }

    public bool HasFree(int count) => Count + count <= Capacity;

    /// <summary>Those that wait for a price.</summary>
    public TriggerQueues Triggers { get; }

    /// <summary>Those that are linked.</summary>
    public OrderLinks Links { get; }

    /// <summary>The first order that is due, -1 where there is none.</summary>
    public int FirstDue => _dueFirst;

    public ref TermedOrder At(int index) => ref _records[index];

    /// <summary>The record of the order in a slot, which has one.</summary>
    public int IndexOf(int slot) => _ofSlot.Start[slot];

    /// <summary>The record of the order in a slot, which has one.</summary>
    public ref TermedOrder Of(int slot) => ref _records[IndexOf(slot)];

    /// <summary>Gives the order in a slot a record; only while not full.</summary>
    public int Add(int slot, in OrderTerms terms, long tick)
    {
        int index = _free;
        if (index >= 0)
        {
            _free = _records[index].TrailNext;
        }
        else
        {
            index = _highWater++;
        }

        Count++;
        _records[index] = new TermedOrder { Slot = slot, Terms = terms, Tick = tick, TrailNext = None, TrailPrevious = None, DueNext = None, DuePrevious = None, GroupNext = index, GroupPrevious = index, Parent = None, FirstChild = None, NextChild = None, PreviousChild = None };
        _ofSlot.Start[slot] = index;
        return index;
    }

    /// <summary>The order in a slot has ended: takes its record out of everything and back.</summary>
    public void Remove(int slot)
    {
        int index = IndexOf(slot);
        Triggers.Leave(index);
        Links.Leave(index);
        StopExpiring(index);
        Settle(index);
        _records[index].TrailNext = _free;
        _free = index;
        Count--;
    }

    /// <summary>Lets a record expire at the time of its terms.</summary>
    /// <param name="index">The record.</param>
    /// <param name="sequence">Of the event: breaks ties.</param>
    public void Expire(int index, long sequence)
    {
        StopExpiring(index);
        ref HeapLinks links = ref _records[index].Expiry;
        links.Key = _records[index].Terms.ExpireTimeNs;
        links.Order = sequence;
        PairingHeap<ExpiryPlace>.Add(_records, ref _expiries, index);
    }

    /// <summary>Takes out the next record whose time is over.</summary>
    /// <returns>Its place, -1 where there is none.</returns>
    public int TakeExpired(long timeNs)
    {
        int index = _expiries;
        if (index < 0 || _records[index].Expiry.Key > timeNs)
        {
            return None;
        }

        StopExpiring(index);
        return index;
    }

    /// <summary>An order becomes due, after all that are; one that is to be released or ended waits for nothing more.</summary>
    public void MakeDue(int index, DueAction action)
    {
        ref TermedOrder record = ref _records[index];
        if (action > DueAction.Reduce)
        {
            Triggers.Leave(index);
        }

        if (record.Due == DueAction.None)
        {
            record.DueNext = None;
            record.DuePrevious = _dueLast;
            (_dueLast >= 0 ? ref _records[_dueLast].DueNext : ref _dueFirst) = index;
            _dueLast = index;
        }

        record.Due = action > record.Due ? action : record.Due;
    }

    /// <summary>Makes every order due whose trigger has been reached.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MakeTriggeredDue(int instrument)
    {
        bool any = false;
        for (int index = Triggers.Reached(instrument); index >= 0; index = Triggers.Reached(instrument))
        {
            MakeDue(index, DueAction.Release);
            any = true;
        }

        return any;
    }

    /// <summary>An order is not due any more.</summary>
    public void Settle(int index)
    {
        ref TermedOrder record = ref _records[index];
        if (record.Due == DueAction.None)
        {
            return;
        }

        (record.DuePrevious >= 0 ? ref _records[record.DuePrevious].DueNext : ref _dueFirst) = record.DueNext;
        (record.DueNext >= 0 ? ref _records[record.DueNext].DuePrevious : ref _dueLast) = record.DuePrevious;
        record.Due = DueAction.None;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _ofSlot.Dispose();
    }

    private void StopExpiring(int index)
    {
        if (_records[index].Expiry.IsIn)
        {
            PairingHeap<ExpiryPlace>.Remove(_records, ref _expiries, index);
        }
    }

    private readonly struct ExpiryPlace : IHeapPlace
    {
        public static ref HeapLinks Of(TermedOrder* records, int index) => ref records[index].Expiry;
    }
}
