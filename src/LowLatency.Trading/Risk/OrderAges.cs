using LowLatency.Primitives.Collections;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk;

/// <summary>The orders that were sent, the oldest first, from the first limit on how long they may take on. Owned by the risk stage.</summary>
/// <remarks>A list in an array by slot. An order that has ended stays in it until somebody looks, or its slot is used again: its generation says so.</remarks>
internal sealed unsafe class OrderAges : IDisposable
{
    private const int None = -1;

    private readonly NativeBuffer<Link> _buffer;
    private readonly Link* _links;
    private readonly OrderStore _orders;
    private readonly RiskLimitTable _limits;
    private int _first = None;
    private int _last = None;
    private long _shortestNs;

    public OrderAges(EngineDefinition definition, RiskLimitTable limits, OrderStore orders)
    {
        _orders = orders;
        _limits = limits;
        _buffer = new NativeBuffer<Link>(definition.Limits.OrderSlots);
        _links = _buffer.Start;
    }

    /// <summary>Whether a limit is set, or was once.</summary>
    public bool IsOn { get; private set; }

    /// <summary>A limit has changed.</summary>
    public void Resolve()
    {
        _shortestNs = long.MaxValue;
        for (RiskLimitKind kind = RiskLimitKind.MaxOrderAge; kind <= RiskLimitKind.MaxUnacknowledgedStop; kind++)
        {
            IsOn |= _limits.IsSet(kind);
            _shortestNs = Math.Min(_shortestNs, (long)Int128.Min(_limits.Lowest(kind), long.MaxValue));
        }
    }

    /// <summary>The tightest limit of all levels of an order.</summary>
    public Int128 Limit(RiskLimitKind kind, ref readonly OrderRecord order) =>
        Int128.Min(_limits.OfPosition(kind, order.Account, order.Instrument), _limits.OfRoute(kind, order.Strategy, order.Venue));

    /// <summary>An order is sent.</summary>
    public void Enter(int slot, long timeNs)
    {
        Leave(slot);
        _links[slot] = new Link { IsIn = true, Generation = _orders.At(slot).Generation, SentNs = timeNs, Previous = _last, Next = None };
        (_last >= 0 ? ref _links[_last].Next : ref _first) = slot;
        _last = slot;
    }

    /// <summary>The oldest order, if it is as old as the shortest limit says, -1 where it is not.</summary>
    public int First(long timeNs) => Old(_first, timeNs);

    /// <summary>The one sent after it, likewise.</summary>
    public int Next(int slot, long timeNs) => Old(_links[slot].Next, timeNs);

    /// <summary>How long ago an order in the list was sent, ns.</summary>
    public long AgeOf(int slot, long timeNs) => timeNs - _links[slot].SentNs;

    public void Dispose() => _buffer.Dispose();

    private int Old(int slot, long timeNs)
    {
        while (slot >= 0 && timeNs - _links[slot].SentNs > _shortestNs)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Generation == _links[slot].Generation && order.Status != OrdStatus.None && !order.Status.IsFinal())
            {
                return slot;
            }

            int next = _links[slot].Next;
            Leave(slot);
            slot = next;
        }

        return None;
    }

    private void Leave(int slot)
    {
        ref Link link = ref _links[slot];
        if (!link.IsIn)
        {
            return;
        }

        (link.Previous >= 0 ? ref _links[link.Previous].Next : ref _first) = link.Next;
        (link.Next >= 0 ? ref _links[link.Next].Previous : ref _last) = link.Previous;
        link.IsIn = false;
    }

    private struct Link
    {
        public long SentNs;
        public uint Generation;
        public int Next;
        public int Previous;
        public bool IsIn;
    }
}
