using System.Runtime.CompilerServices;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Controls;

/// <summary>Every control of the risk stage, in the precedence of their reasons. An order passes when none is broken.</summary>
internal sealed class RiskGate(RiskLimitTable limits)
{
    private readonly OrderQuantityControl _orderQuantity = new(limits);
    private readonly OrderNotionalControl _orderNotional = new(limits);

    /// <summary>The controls an order breaks, as bits of <see cref="Orders.FailedChecks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Check(ref readonly RiskRequest request)
    {
        FailedControls failed = default;
        Visit(ref failed, in request);
        return failed.Bits;
    }

    /// <summary>Shows every control to a visitor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit<TVisitor>(ref TVisitor visitor, ref readonly RiskRequest request)
        where TVisitor : struct, IControlVisitor
    {
        PriceCollarControl priceCollar = default;
        PositionControl position = default;
        visitor.See(in _orderQuantity, in request);
        visitor.See(in _orderNotional, in request);
        visitor.See(in priceCollar, in request);
        visitor.See(in position, in request);
    }
}
