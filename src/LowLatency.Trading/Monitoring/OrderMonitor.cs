using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Monitoring;

/// <summary>Working and completed orders with their history, for everybody who is not the engine: fed by the engine's drop copy, asked from any thread, without stopping the engine.</summary>
/// <remarks>
/// Threads: <see cref="Poll"/> is one thread's, the monitor's; every question may be asked from any. Both take a lock, which the engine knows nothing of: what is long is the monitor's
/// thread waiting for a question, and the drop copy's ring holds the reports meanwhile. Nothing allocates after start but the sink, if it does.
/// Every report is held against the one before: quantities, and the exact value executed. What does not fit is counted in <see cref="Inconsistencies"/>.
/// </remarks>
public sealed class OrderMonitor
{
    private const int Batch = 256;

    private readonly Lock _lock = new();
    private readonly DropCopyPort _reports;
    private readonly OrderLog _orders;
    private readonly OrderLog _completed;
    private readonly int[] _working;
    private readonly int[] _placeInWorking;
    private readonly Dictionary<(StrategyId Strategy, ulong ClOrdId), int> _slots;
    private readonly Dictionary<ulong, int> _completedPlaces;
    private readonly OrderHistoryEntry[] _history;
    private readonly ICompletedOrderSink? _sink;
    private readonly int _mostCompleted;
    private int _workingCount;
    private long _completedCount;

    /// <summary>Takes all memory.</summary>
    /// <param name="engine">An engine with a drop copy that nobody else reads.</param>
    /// <param name="limits">What is kept.</param>
    /// <param name="sink">Takes what is not kept any longer; null for nobody.</param>
    /// <exception cref="ArgumentException">The engine has no drop copy, or a limit is out of range.</exception>
    public OrderMonitor(TradingEngine engine, OrderMonitorLimits limits, ICompletedOrderSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(limits);
        _reports = engine.DropCopy ?? throw new ArgumentException("dropCopy=0: the engine gives no copies of its reports", nameof(engine));
        if (limits.CompletedOrders is < 1 or > 1 << 24 || limits.HistoryEntries is < 1 or > 1_024)
        {
            throw new ArgumentException($"completedOrders={limits.CompletedOrders} must be 1 to {1 << 24}, and historyEntries={limits.HistoryEntries} 1 to 1024", nameof(limits));
        }

        int slots = engine.Definition.Limits.OrderSlots;
        _orders = new OrderLog(slots, limits.HistoryEntries);
        _completed = new OrderLog(limits.CompletedOrders, limits.HistoryEntries);
        _working = new int[slots];
        _placeInWorking = new int[slots];
        Array.Fill(_placeInWorking, -1);
        _slots = new Dictionary<(StrategyId, ulong), int>(2 * slots);
        _completedPlaces = new Dictionary<ulong, int>(2 * limits.CompletedOrders);
        _history = new OrderHistoryEntry[limits.HistoryEntries];
        _mostCompleted = limits.CompletedOrders;
        _sink = sink;
    }

    /// <summary>Working orders.</summary>
    public int WorkingOrders
    {
        get
        {
            lock (_lock)
            {
                return _workingCount;
            }
        }
    }

    /// <summary>Orders completed so far.</summary>
    public long CompletedOrders
    {
        get
        {
            lock (_lock)
            {
                return _completedCount;
            }
        }
    }

    /// <summary>Reports whose quantities or value do not follow from the one before. An alarm: of the engine, not of the venue.</summary>
    public long Inconsistencies { get; private set; }

    /// <summary>Takes reports that wait. The monitor's thread.</summary>
    /// <returns>How many.</returns>
    public int Poll()
    {
        int taken = 0;
        for (int count = _reports.Available; count > 0; count = _reports.Available)
        {
            count = Math.Min(count, Batch);
            lock (_lock)
            {
                for (int i = 0; i < count; i++)
                {
                    Take(in _reports.Report(i));
                }
            }

            _reports.Release(count);
            taken += count;
        }

        return taken;
    }

    /// <summary>A working or completed order by handle.</summary>
    public bool TryFind(OrderHandle handle, out OrderSnapshot order)
    {
        lock (_lock)
        {
            if (IsWorking(handle.Packed))
            {
                order = _orders[handle.Slot];
                return true;
            }

            bool isCompleted = _completedPlaces.TryGetValue(handle.Packed, out int place);
            order = isCompleted ? _completed[place] : default;
            return isCompleted;
        }
    }

    /// <summary>A working order by its strategy's present client id.</summary>
    public bool TryFind(StrategyId strategy, ulong clOrdId, out OrderSnapshot order)
    {
        lock (_lock)
        {
            bool isThere = _slots.TryGetValue((strategy, clOrdId), out int slot);
            order = isThere ? _orders[slot] : default;
            return isThere;
        }
    }

    /// <summary>Copies the working orders of a scope: of an account, a strategy, a venue, an instrument or any combination; the firm is all.</summary>
    /// <returns>How many there are, of which as many as fit have been copied.</returns>
    public int CopyWorking(in RiskScope scope, Span<OrderSnapshot> into)
    {
        lock (_lock)
        {
            int found = 0;
            for (int i = 0; i < _workingCount; i++)
            {
                Copy(in _orders[_working[i]], in scope, into, ref found);
            }

            return found;
        }
    }

    /// <summary>Copies the completed orders of a scope that are kept, the newest first.</summary>
    /// <returns>How many there are, of which as many as fit have been copied.</returns>
    public int CopyCompleted(in RiskScope scope, Span<OrderSnapshot> into)
    {
        lock (_lock)
        {
            int found = 0;
            for (long i = _completedCount - 1; i >= Math.Max(0, _completedCount - _mostCompleted); i--)
            {
                Copy(in _completed[(int)(i % _mostCompleted)], in scope, into, ref found);
            }

            return found;
        }
    }

    /// <summary>Copies what happened to a working or completed order, the oldest first.</summary>
    /// <returns>How many entries there are, of which as many as fit have been copied; 0 for an order that is not known.</returns>
    public int CopyHistory(OrderHandle handle, Span<OrderHistoryEntry> into)
    {
        lock (_lock)
        {
            return IsWorking(handle.Packed) ? _orders.CopyHistory(handle.Slot, into)
                : _completedPlaces.TryGetValue(handle.Packed, out int place) ? _completed.CopyHistory(place, into)
                : 0;
        }
    }

    private static void Copy(ref readonly OrderSnapshot order, in RiskScope scope, Span<OrderSnapshot> into, ref int found)
    {
        ref readonly ExecutionReport last = ref order.Last;
        if (!scope.Covers(last.Account, last.Strategy, last.Venue, last.Instrument))
        {
            return;
        }

        if (found < into.Length)
        {
            into[found] = order;
        }

        found++;
    }

    private bool IsWorking(ulong handle)
    {
        uint slot = (uint)handle;
        return slot < (uint)_placeInWorking.Length && _placeInWorking[slot] >= 0 && _orders[(int)slot].Last.Handle.Packed == handle;
    }

    private void Take(ref readonly ExecutionReport report)
    {
        ulong handle = report.Handle.Packed;
        if (IsWorking(handle))
        {
            TakeWorking(in report, (int)(uint)handle);
        }
        else if (handle != 0 && _completedPlaces.TryGetValue(handle, out int place))
        {
            Update(_completed, place, in report);
        }
        else if (handle == 0 ? report.ExecType == ExecType.Rejected : report.OrdStatus != OrdStatus.None && report.ExecType != ExecType.CancelReject)
        {
            TakeNew(in report);
        }
    }

    private void TakeNew(ref readonly ExecutionReport report)
    {
        OrderSnapshot order = new() { CreatedNs = report.TimeNs, Last = report };
        if (report.Handle.Packed == 0 || report.OrdStatus.IsFinal())
        {
            int place = NextCompleted();
            _completed.Begin(place, in order);
            _completed.Add(place, in report);
            Complete(place, report.Handle.Packed);
            return;
        }

        int slot = report.Handle.Slot;
        _orders.Begin(slot, in order);
        _orders.Add(slot, in report);
        _placeInWorking[slot] = _workingCount;
        _working[_workingCount++] = slot;
        _slots[(report.Strategy, report.ClOrdId)] = slot;
    }

    private void TakeWorking(ref readonly ExecutionReport report, int slot)
    {
        ulong before = _orders[slot].Last.ClOrdId;
        Update(_orders, slot, in report);
        ulong now = _orders[slot].Last.ClOrdId;
        if (now != before)
        {
            _slots.Remove((report.Strategy, before));
            _slots[(report.Strategy, now)] = slot;
        }

        if (report.OrdStatus.IsFinal())
        {
            _slots.Remove((report.Strategy, now));
            int last = _working[--_workingCount];
            _working[_placeInWorking[slot]] = last;
            _placeInWorking[last] = _placeInWorking[slot];
            _placeInWorking[slot] = -1;
            int place = NextCompleted();
            _completed.CopyFrom(place, _orders, slot);
            Complete(place, report.Handle.Packed);
        }
    }

    /// <summary>Adds to the history; a report that is no refusal says how the order stands, under the id it has then.</summary>
    private void Update(OrderLog log, int place, ref readonly ExecutionReport report)
    {
        log.Add(place, in report);
        if (report.OrdStatus == OrdStatus.None)
        {
            // The engine does not keep the order any more: a bust says what the execution was, not how the order stands.
            return;
        }

        ref ExecutionReport last = ref log[place].Last;
        Inconsistencies += Follows(in last, in report) ? 0 : 1;
        bool isAnswer = report.ExecType is ExecType.CancelReject or ExecType.PendingCancel or ExecType.PendingReplace || (report.ExecType == ExecType.Canceled && report.OrigClOrdId != 0);
        ulong clOrdId = isAnswer ? last.ClOrdId : report.ClOrdId;
        last = report;
        last.ClOrdId = clOrdId;
    }

    /// <summary>The place of the next completed order; what is in it goes to the sink.</summary>
    private int NextCompleted()
    {
        int place = (int)(_completedCount % _mostCompleted);
        if (_completedCount >= _mostCompleted)
        {
            ref OrderSnapshot oldest = ref _completed[place];
            _completedPlaces.Remove(oldest.Last.Handle.Packed);
            int kept = _completed.CopyHistory(place, _history);
            _sink?.Take(in oldest, _history.AsSpan(0, kept));
        }

        return place;
    }

    private void Complete(int place, ulong handle)
    {
        _completedCount++;
        if (handle != 0)
        {
            _completedPlaces[handle] = place;
        }
    }

    /// <summary>True when quantities and the exact value follow from those before, and fit one another.</summary>
    private static bool Follows(ref readonly ExecutionReport before, ref readonly ExecutionReport report)
    {
        long quantity = report.CumQty.Raw - before.CumQty.Raw;
        Int128 value = report.CumNotional.Raw - before.CumNotional.Raw;
        Int128 last = Notional.Product(report.LastPx.Raw, report.LastQty.Raw);
        bool moves = report.ExecType switch
        {
            ExecType.Trade => quantity == report.LastQty.Raw && value == last,
            ExecType.TradeCancel => quantity == -report.LastQty.Raw && value == -last,
            ExecType.TradeCorrect => quantity == report.LastQty.Raw - report.PreviousLastQty.Raw,
            _ => quantity == 0 && value == 0,
        };
        long leaves = report.OrdStatus.IsFinal() ? 0 : Math.Max(0, report.OrderQty.Raw - report.CumQty.Raw);
        return moves && report.LeavesQty.Raw == leaves;
    }
}
