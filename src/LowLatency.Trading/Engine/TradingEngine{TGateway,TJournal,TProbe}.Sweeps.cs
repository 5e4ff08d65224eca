using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Risk.Stops;

namespace LowLatency.Trading.Engine;

/// <summary>Mass cancels: the events of a sweep come back through the engine's own source, are sequenced and journalled, and replay like every other.</summary>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    private EngineEvent _cancel;
    private bool _takesSources;

    /// <summary>A batch of cancels, and the next event of the sweep where there is more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Sweep(ref EngineEvent e)
    {
        int slot = (int)Math.Min(e.Target, (ulong)Orders.HighWater);
        bool isBlocked = false;
        for (int sent = 0; sent < MassCancel.Batch && MassCancel.TryNext(ref slot); slot++)
        {
            if (_risk.CancelUnasked(slot, e.TimeNs, ref _cancel))
            {
                isBlocked |= !_submit.Cancel(ref _cancel);
                sent++;
            }
        }

        if (MassCancel.Continue(slot, isBlocked))
        {
            HandSweepOver(e.TimeNs);
        }
    }

    /// <summary>Begins a sweep where orders are marked and none is on its way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginSweep(long timeNs)
    {
        if (MassCancel.TryBegin())
        {
            HandSweepOver(timeNs);
        }
    }

    /// <summary>Hands an event to one of the engine's own sources, where there is room: one is on its way at a time. An engine that is fed from a journal finds it there instead.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandOver(SpscRing<EngineEvent> source, EngineEventKind kind, long timeNs, ulong target)
    {
        if (!_takesSources)
        {
            return;
        }

        ref EngineEvent e = ref source.TryClaim();
        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = kind;
        e.TimeNs = timeNs;
        e.Target = target;
        source.Publish();
    }

    private void HandSweepOver(long timeNs) => HandOver(Sweeps, EngineEventKind.Sweep, timeNs, (ulong)MassCancel.Next);

    /// <summary>The first turn after a journal, or ever: what the journal broke off goes on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeSources()
    {
        _takesSources = true;
        if (MassCancel.IsOnItsWay)
        {
            HandSweepOver(TimeNs);
        }

        if (_isDueOnItsWay)
        {
            HandOver(DueOrders, EngineEventKind.Due, TimeNs, 0);
        }
    }
}
