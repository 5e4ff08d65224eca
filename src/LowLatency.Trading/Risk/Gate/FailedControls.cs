using System.Runtime.CompilerServices;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>Collects the controls that an order breaks.</summary>
internal struct FailedControls : IControlVisitor
{
    public ulong Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void See<TControl>(ref readonly TControl control, ref readonly RiskRequest request)
        where TControl : struct, IRiskControl =>
        FailedChecks.Add(ref Bits, control.Breaks(in request), TControl.Reason);
}
