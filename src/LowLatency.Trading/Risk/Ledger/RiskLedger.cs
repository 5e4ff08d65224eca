using System.Numerics;
using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Ledger;

/// <summary>Sums over the orders and fills of the scopes that have, or had, a limit on them. What an order counts for follows from the order alone, and the sums move by the difference whenever it changes: so what is reserved is given back on every end. Owned by the risk stage.</summary>
/// <remarks>
/// A scope is counted from its first such limit on: its working orders are counted in then, its daily numbers begin with 0.
/// Sums of values below 2^110 (<see cref="PositionBook"/>) of 2^24 orders do not overflow 128 bits.
/// </remarks>
internal sealed unsafe class RiskLedger : IDisposable
{
    /// <summary>A message, in the units of <see cref="ScopeSums.Tokens"/>: filling is exact, elapsed nanoseconds × messages a second.</summary>
    public const ulong Token = 1_000_000_000;

    private const long DayNs = 86_400_000_000_000;

    private readonly NativeBuffer<ScopeSums> _sumsBuffer;
    private readonly NativeBuffer<ScopeBounds> _boundsBuffer;
    private readonly ScopeSums* _sums;
    private readonly ScopeBounds* _bounds;
    private readonly RiskLimitTable _limits;
    private readonly OrderStore _orders;
    private readonly long _dayStartNs;
    private long _startedDays;
    private long _today;
    private long _todayEndsNs = long.MinValue;

    public RiskLedger(EngineDefinition definition, RiskLimitTable limits, OrderStore orders)
    {
        _limits = limits;
        _orders = orders;
        _dayStartNs = definition.DayStartNs;
        _sumsBuffer = new NativeBuffer<ScopeSums>(limits.Scopes.Count);
        _boundsBuffer = new NativeBuffer<ScopeBounds>(limits.Scopes.Count);
        _sums = _sumsBuffer.Start;
        _bounds = _boundsBuffer.Start;
    }

    /// <summary>A limit of a scope has been set or taken away; from the first one on the scope is counted.</summary>
    public void Resolve(in RiskScope scope)
    {
        int number = _limits.Scopes.Of(in scope);
        _bounds[number] = ScopeBounds.Of(_limits, number);
        ref ScopeSums sums = ref _sums[number];
        if (!sums.IsCounted && _limits.IsCounting(number))
        {
            sums = default;
            sums.IsCounted = true;
            CountIn(in scope, ref sums);
        }
    }

    /// <summary>Those levels of an order whose scopes are counted, as <see cref="RiskLevels"/>.</summary>
    public RiskLevels CountedLevels(in OrderScopes scopes)
    {
        int levels = 0;
        for (int level = 0; level < OrderScopes.Levels; level++)
        {
            levels |= _sums[scopes[level]].IsCounted ? 1 << level : 0;
        }

        return (RiskLevels)levels;
    }

    /// <summary>The number of the day at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long DayAt(long timeNs) => timeNs < _todayEndsNs ? _today : Today(timeNs);

    /// <summary>The sums of a scope, those of today as of a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ScopeSums At(int scope, long timeNs)
    {
        ref ScopeSums sums = ref _sums[scope];
        long day = DayAt(timeNs);
        if (sums.Day != day)
        {
            BeginDay(ref sums, day);
        }

        return ref sums;
    }

    /// <summary>The limits of a scope on what is counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ScopeBounds BoundsOf(int scope) => ref _bounds[scope];

    /// <summary>Begins a day for every scope, whatever the time is.</summary>
    public void StartDay()
    {
        _startedDays++;
        _todayEndsNs = long.MinValue;
    }

    /// <summary>An operator has seen to a scope: its fills count from 0 again.</summary>
    public void Enable(in RiskScope scope) => _sums[_limits.Scopes.Of(in scope)].FillsSinceEnabled = 0;

    /// <summary>True when a request keeps to every limit on what is counted, duplicates apart; false where it does not, or may not: then each control is asked.</summary>
    public bool Holds(ref readonly RiskRequest request)
    {
        Int128 added = request.AddedValue;
        long more = request.IsNew ? 1 : 0;
        for (uint left = (uint)request.Levels; left != 0; left &= left - 1)
        {
            int scope = request.Scopes[BitOperations.TrailingZeroCount(left)];
            ref ScopeSums sums = ref At(scope, request.TimeNs);
            ref ScopeBounds bounds = ref _bounds[scope];
            Int128 traded = sums.Bought + sums.Sold + added;
            Int128 net = request.Side == Side.Buy ? sums.Bought - sums.Sold + sums.OpenBuy + added : sums.Sold - sums.Bought + sums.OpenSell + added;
            if (sums.Working + more > bounds.WorkingOrders
                || sums.Orders + more > bounds.DailyOrders
                || sums.FillsSinceEnabled >= bounds.Executions
                || traded > bounds.DailyTraded
                || traded + sums.OpenBuy + sums.OpenSell > bounds.GrossCredit
                || net > bounds.NetCredit
                || (bounds.HasMessagesPerFill && !AreGranted(in sums, bounds.MessagesPerFill))
                || (bounds.HasRate && Tokens(scope, request.TimeNs) < Token))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when another message is within what the fills allow.</summary>
    private static bool AreGranted(ref readonly ScopeSums sums, long perFill)
    {
        ulong high = Math.BigMul((ulong)perFill, (ulong)sums.Fills + 1, out ulong granted);
        return high != 0 || (ulong)sums.Messages < granted;
    }

    /// <summary>What the bucket of a scope with a rate holds; a scope that has not sent yet holds its burst.</summary>
    public ulong Tokens(int scope, long timeNs)
    {
        ref ScopeSums sums = ref _sums[scope];
        ref ScopeBounds bounds = ref _bounds[scope];
        ulong most = bounds.Burst * Token;
        if (!sums.HasTokens)
        {
            return most;
        }

        ulong high = Math.BigMul((ulong)(timeNs - sums.TokensTimeNs), bounds.Rate, out ulong filled);
        return high != 0 || filled >= most || sums.Tokens >= most - filled ? most : sums.Tokens + filled;
    }

    /// <summary>A new order leaves for the venue.</summary>
    public void Born(ref readonly RiskRequest request, ref readonly OrderRecord order)
    {
        OrderStanding now = OrderStanding.Of(in order);
        for (uint left = (uint)request.Levels; left != 0; left &= left - 1)
        {
            ref ScopeSums sums = ref Message(request.Scopes[BitOperations.TrailingZeroCount(left)], request.TimeNs);
            sums.Orders++;
            sums.Working++;
            sums.Open(order.Side) += now.Open;
        }
    }

    /// <summary>A replacement leaves for the venue.</summary>
    public void Replaced(ref readonly RiskRequest request, ref readonly OrderRecord order, OrderStanding before)
    {
        for (uint left = (uint)request.Levels; left != 0; left &= left - 1)
        {
            Message(request.Scopes[BitOperations.TrailingZeroCount(left)], request.TimeNs);
        }

        Changed(in order, before, request.Levels);
    }

    /// <summary>A cancel leaves for the venue: it takes no token.</summary>
    public void Canceling(ref readonly OrderRecord order, RiskLevels levels, long timeNs)
    {
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            At(scopes[BitOperations.TrailingZeroCount(left)], timeNs).Messages++;
        }
    }

    /// <summary>An order has changed in state, price or quantity.</summary>
    public void Changed(ref readonly OrderRecord order, OrderStanding before, RiskLevels levels)
    {
        OrderStanding now = OrderStanding.Of(in order);
        if (now == before)
        {
            return;
        }

        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            Move(ref _sums[scopes[BitOperations.TrailingZeroCount(left)]], order.Side, before, now);
        }
    }

    /// <summary>A fill has been booked, and its order has changed.</summary>
    public void Executed(ref readonly OrderRecord order, OrderStanding before, RiskLevels levels, Int128 notional, long timeNs)
    {
        OrderStanding now = OrderStanding.Of(in order);
        ScopesOf(in order, out OrderScopes scopes);
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            ref ScopeSums sums = ref At(scopes[BitOperations.TrailingZeroCount(left)], timeNs);
            sums.Fills++;
            sums.FillsSinceEnabled++;
            sums.Traded(order.Side) += notional;
            Move(ref sums, order.Side, before, now);
        }
    }

    /// <summary>The longest duplicate window of those scopes of an order that are counted.</summary>
    public long DuplicateWindowNs(in OrderScopes scopes, RiskLevels levels)
    {
        long longest = 0;
        for (uint left = (uint)levels; left != 0; left &= left - 1)
        {
            longest = Math.Max(longest, _bounds[scopes[BitOperations.TrailingZeroCount(left)]].DuplicateWindowNs);
        }

        return longest;
    }

    public void Dispose()
    {
        _sumsBuffer.Dispose();
        _boundsBuffer.Dispose();
    }

    private static void Move(ref ScopeSums sums, Side side, OrderStanding before, OrderStanding now)
    {
        sums.Working += now.Working - before.Working;
        sums.Open(side) += now.Open - before.Open;
    }

    /// <summary>Counts a message of a scope, and takes a token where it has a rate.</summary>
    private ref ScopeSums Message(int scope, long timeNs)
    {
        ref ScopeSums sums = ref At(scope, timeNs);
        sums.Messages++;
        if (_bounds[scope].HasRate)
        {
            sums.Tokens = Tokens(scope, timeNs) - Token;
            sums.TokensTimeNs = timeNs;
            sums.HasTokens = true;
        }

        return ref sums;
    }

    /// <summary>Counts the orders of a scope that work already.</summary>
    private void CountIn(in RiskScope scope, ref ScopeSums sums)
    {
        for (int slot = 0; slot < _orders.HighWater; slot++)
        {
            ref OrderRecord order = ref _orders.At(slot);
            if (order.Status != OrdStatus.None && scope.Covers(order.Account, order.Strategy, order.Venue, order.Instrument))
            {
                Move(ref sums, order.Side, default, OrderStanding.Of(in order));
            }
        }
    }

    private void ScopesOf(ref readonly OrderRecord order, out OrderScopes scopes) =>
        _limits.Scopes.Find(order.Account, order.Strategy, order.Venue, order.Instrument, order.PositionIndex, out scopes);

    /// <summary>The number of the day at a time that is past the end of the day before. Days begin at the configured time of day, UTC, and when an operator starts one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Today(long timeNs)
    {
        long sinceStartNs = timeNs - _dayStartNs;
        long day = (sinceStartNs < 0 ? sinceStartNs - DayNs + 1 : sinceStartNs) / DayNs;
        _todayEndsNs = ((day + 1) * DayNs) + _dayStartNs;
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
