using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>Sums over the orders and fills of every scope. Each order's share is found anew whenever it changes, and the difference is added to the sums: so what is reserved is given back on every end. Owned by the risk stage.</summary>
/// <remarks>Sums of values below 2^110 (<see cref="PositionBook"/>) of 2^24 orders do not overflow 128 bits.</remarks>
internal sealed unsafe class RiskLedger : IDisposable
{
    private const long DayNs = 86_400_000_000_000;

    private readonly NativeBuffer<ScopeSums> _sumsBuffer;
    private readonly NativeBuffer<OrderShare> _sharesBuffer;
    private readonly ScopeSums* _sums;
    private readonly OrderShare* _shares;
    private readonly RiskScopes _scopes;
    private readonly OrderStore _orders;
    private readonly long _dayStartNs;
    private long _startedDays;
    private long _today;
    private long _todayEndsNs = long.MinValue;

    public RiskLedger(EngineDefinition definition, RiskScopes scopes, OrderStore orders)
    {
        _scopes = scopes;
        _orders = orders;
        _dayStartNs = definition.DayStartNs;
        _sumsBuffer = new NativeBuffer<ScopeSums>(scopes.Count);
        _sharesBuffer = new NativeBuffer<OrderShare>(orders.Capacity);
        _sums = _sumsBuffer.Start;
        _shares = _sharesBuffer.Start;
    }

    /// <summary>The sums of a scope, those of today as of a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScopeSums At(int scope, long timeNs)
    {
        ref ScopeSums sums = ref _sums[scope];
        long day = timeNs < _todayEndsNs ? _today : Today(timeNs);
        if (sums.Day != day)
        {
            BeginDay(ref sums, day);
        }

        return ref sums;
    }

    /// <summary>Begins a day for every scope, whatever the time is.</summary>
    public void StartDay()
    {
        _startedDays++;
        _todayEndsNs = long.MinValue;
    }

    /// <summary>An operator has seen to a scope: its fills count from 0 again.</summary>
    public void Enable(int scope) => _sums[scope].FillsSinceEnabled = 0;

    /// <summary>A new order leaves: remembers what a unit of it is taken to cost.</summary>
    public void Born(int slot, long price) => _shares[slot] = new OrderShare { Price = price };

    /// <summary>A request leaves for the venue: counts it in all its scopes.</summary>
    public void Sent(in OrderScopes scopes, bool isNew, long timeNs)
    {
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            ref ScopeSums sums = ref At(scopes[level], timeNs);
            sums.Orders += isNew ? 1 : 0;
            sums.Messages++;
        }
    }

    /// <summary>A cancel leaves for the venue.</summary>
    public void SentCancel(ref readonly OrderRecord order, long timeNs)
    {
        OrderScopes scopes = ScopesOf(in order);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            At(scopes[level], timeNs).Messages++;
        }
    }

    /// <summary>The value an order is counted with as open.</summary>
    public Int128 OpenValue(int slot) => _shares[slot].Open;

    /// <summary>An order has changed: finds its share anew and moves the sums by the difference.</summary>
    public void Changed(ref readonly OrderRecord order, int slot)
    {
        ref OrderShare share = ref _shares[slot];
        Int128 open = OpenValueOf(in order, share.Price);
        bool isWorking = !order.Status.IsFinal();
        Int128 more = open - share.Open;
        int added = (isWorking ? 1 : 0) - (share.IsWorking ? 1 : 0);
        if (more == 0 && added == 0)
        {
            return;
        }

        share.Open = open;
        share.IsWorking = isWorking;
        OrderScopes scopes = ScopesOf(in order);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            ref ScopeSums sums = ref _sums[scopes[level]];
            sums.Working += added;
            if (order.Side == Side.Buy)
            {
                sums.OpenBuy += more;
            }
            else
            {
                sums.OpenSell += more;
            }
        }
    }

    /// <summary>A fill has been booked.</summary>
    public void Executed(ref readonly OrderRecord order, Int128 notional, long timeNs)
    {
        OrderScopes scopes = ScopesOf(in order);
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            ref ScopeSums sums = ref At(scopes[level], timeNs);
            sums.Fills++;
            sums.FillsSinceEnabled++;
            if (order.Side == Side.Buy)
            {
                sums.Bought += notional;
            }
            else
            {
                sums.Sold += notional;
            }
        }
    }

    /// <summary>Counts the orders that work already: for limits that are set while running.</summary>
    public void Rebuild()
    {
        for (int slot = 0; slot < _orders.HighWater; slot++)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Status != OrdStatus.None)
            {
                Born(slot, order.Price);
                Changed(in order, slot);
            }
        }
    }

    public void Dispose()
    {
        _sumsBuffer.Dispose();
        _sharesBuffer.Dispose();
    }

    /// <summary>What an order may still execute, or its replacement where that is more, at its price.</summary>
    private static Int128 OpenValueOf(ref readonly OrderRecord order, long price)
    {
        Int128 open = Notional.ProductOfPositive(order.Price > 0 ? order.Price : price, order.LeavesQty);
        if ((order.Flags & OrderFlags.Replacing) == 0 || order.Status.IsFinal())
        {
            return open;
        }

        return Int128.Max(open, Notional.ProductOfPositive(order.ReplacePrice, Math.Max(0, order.ReplaceQuantity - order.CumQty)));
    }

    private OrderScopes ScopesOf(ref readonly OrderRecord order) => _scopes.Of(order.Account, order.Strategy, order.Venue, order.Instrument, order.PositionIndex);

    /// <summary>The number of the day at a time that is past the end of the day before. Days begin at the configured time of day, UTC, and when an operator starts one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Today(long timeNs)
    {
        long sinceStartNs = timeNs - _dayStartNs;
        long day = (sinceStartNs < 0 ? sinceStartNs - DayNs + 1 : sinceStartNs) / DayNs;
        _todayEndsNs = (day + 1) * DayNs + _dayStartNs;
        return _today = day + (_startedDays << 32) + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BeginDay(ref ScopeSums sums, long day)
    {
        sums.Day = day;
        sums.Orders = 0;
        sums.Messages = 0;
        sums.Fills = 0;
        sums.Bought = 0;
        sums.Sold = 0;
    }
}
