using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Strategies;

/// <summary>One order of a strategy as its reports tell it, with at most one cancel or replacement on its way.</summary>
internal struct TrackedOrder
{
    private ulong _clOrdId;
    private ulong _requestId;
    private OrderHandle _handle;

    /// <summary>Sent, and not reported as ended.</summary>
    public bool IsAlive { get; private set; }

    /// <summary>The venue has taken it, and nothing is on its way.</summary>
    public readonly bool IsSteady => IsAlive && !_handle.IsNone && _requestId == 0;

    /// <summary>A cancel or replacement is on its way.</summary>
    public readonly bool IsChanging => IsAlive && _requestId != 0;

    /// <summary>Its price.</summary>
    public Price Price { get; private set; }

    /// <summary>Its whole quantity.</summary>
    public Quantity Quantity { get; private set; }

    /// <summary>Executed so far.</summary>
    public Quantity CumQty { get; private set; }

    /// <summary>Sends a limit order; only while none is alive.</summary>
    /// <returns>False on back-pressure: nothing was sent.</returns>
    public bool TrySend(StrategyContext context, in OrderIntent intent)
    {
        ulong id = context.NextClOrdId;
        if (context.Limit(intent.Instrument, intent.Side, intent.Price, intent.Quantity, intent.TimeInForce, intent.ExecInst) != SendResult.Sent)
        {
            return false;
        }

        this = new TrackedOrder { IsAlive = true, _clOrdId = id, Price = intent.Price, Quantity = intent.Quantity };
        return true;
    }

    /// <summary>Sends a cancel, unless something is on its way.</summary>
    /// <returns>False when nothing was sent.</returns>
    public bool TryCancel(StrategyContext context)
    {
        ulong id = context.NextClOrdId;
        if (!IsAlive || _requestId != 0 || context.Cancel(_clOrdId) != SendResult.Sent)
        {
            return false;
        }

        _requestId = id;
        return true;
    }

    /// <summary>Sends a replacement of a steady order.</summary>
    /// <returns>False when nothing was sent.</returns>
    public bool TryReplace(StrategyContext context, Price price, Quantity quantity)
    {
        ulong id = context.NextClOrdId;
        if (!IsSteady || context.Replace(_handle, price, quantity) != SendResult.Sent)
        {
            return false;
        }

        _requestId = id;
        return true;
    }

    /// <summary>Takes a report into account.</summary>
    /// <returns>False when it is about another order.</returns>
    public bool TryApply(in ExecutionReport report)
    {
        bool answersRequest = _requestId != 0 && report.ClOrdId == _requestId;
        if (!IsAlive || (report.ClOrdId != _clOrdId && report.OrigClOrdId != _clOrdId && !answersRequest))
        {
            return false;
        }

        if (answersRequest)
        {
            _requestId = 0;
        }

        if (report.ExecType == ExecType.CancelReject)
        {
            // An unknown order answers with a status of its own; only the order's own reports end it.
            IsAlive = !report.OrdStatus.IsFinal() || report.Handle.IsNone;
            return true;
        }

        IsAlive = !report.OrdStatus.IsFinal();
        _handle = report.Handle;
        CumQty = report.CumQty;
        if (report.ExecType == ExecType.Replaced)
        {
            _clOrdId = report.ClOrdId;
            Price = report.Price;
            Quantity = report.OrderQty;
        }

        return true;
    }
}
