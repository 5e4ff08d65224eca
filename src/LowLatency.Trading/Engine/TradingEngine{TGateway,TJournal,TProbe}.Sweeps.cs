using System.Runtime.CompilerServices;
using LowLatency.Trading.Risk;

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

    /// <summary>Hands the next event of the sweep to the engine's own source. An engine that is fed from a journal finds it there instead.</summary>
    private void HandSweepOver(long timeNs)
    {
        if (!_takesSources)
        {
            return;
        }

        // There is room: one sweep is on its way at a time.
        ref EngineEvent e = ref Sweeps.TryClaim();
        Unsafe.InitBlockUnaligned(ref Unsafe.As<EngineEvent, byte>(ref e), 0, EngineEvent.InputSize);
        e.Kind = EngineEventKind.Sweep;
        e.TimeNs = timeNs;
        e.Target = (ulong)MassCancel.Next;
        Sweeps.Publish();
    }

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
            HandDueOver(TimeNs);
        }
    }
}
