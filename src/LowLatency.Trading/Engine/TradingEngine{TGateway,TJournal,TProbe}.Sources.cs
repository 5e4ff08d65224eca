using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Trading.Engine;

/// <summary>Where events are taken from, in which order, and how many at a time.</summary>
/// <remarks>
/// Sources are polled in this order, each up to its batch: mass cancels, refusals of the gateway and its own reports, venue inboxes, market data, strategies, and what
/// the gateway has to say to that. The operator's inbox, and what is due of held orders, is looked at before every event. The order in which events are taken is the order of everything.
/// </remarks>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    private const int VenueBatch = 64;
    private const int MarketDataBatch = 64;
    private const int StrategyBatch = 32;

    /// <summary>A round that took fewer events has left no source with more to take.</summary>
    private const int SmallestBatch = StrategyBatch;

    private int PollSources<TStages>(int maxEvents)
        where TStages : struct, IFirstStages
    {
        long start = _sequence;
        long round;
        do
        {
            round = _sequence;
            PollOperator<TStages>();
            PollOwn<TStages>();
            foreach (SpscRing<EngineEvent> inbox in VenueInboxes)
            {
                PollInbox<TStages>(inbox, VenueBatch);
            }

            PollInbox<TStages>(MarketEvents, MarketDataBatch);
            SpscRing<EngineEvent>[] strategies = StrategyInboxes;
            for (int i = 0; i < strategies.Length; i++)
            {
                if (!strategies[i].IsEmpty)
                {
                    Poll<TStages>(strategies[i], StrategyBatch, (ulong)(i + 1) << EngineEvent.StrategyShift);
                }
            }

            PollOwn<TStages>();
        }
        while (_sequence - round >= SmallestBatch && _sequence - start < maxEvents);
        return (int)(_sequence - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollInbox<TStages>(SpscRing<EngineEvent> inbox, int batch)
        where TStages : struct, IFirstStages
    {
        if (!inbox.IsEmpty)
        {
            Poll<TStages>(inbox, batch, 0);
        }
    }

    /// <summary>Takes a batch from an inbox.</summary>
    /// <param name="source">The inbox.</param>
    /// <param name="batch">How many at most.</param>
    /// <param name="strategy">The strategy whose inbox it is, as it stands in <see cref="EngineEvent.Place"/>; 0 for another's.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Poll<TStages>(SpscRing<EngineEvent> source, int batch, ulong strategy)
        where TStages : struct, IFirstStages
    {
        int count = Math.Min(source.Available, batch);
        int taken = 0;
        while (taken < count && MayTake<TStages>())
        {
            ref EngineEvent e = ref source.Seen(taken);
            if (strategy != 0 && (e.Place & EngineEvent.StrategyMask) != strategy)
            {
                e.Place = (e.Place & ~EngineEvent.StrategyMask) | strategy;
            }

            if (!TStages.Take(this, ref e))
            {
                break;
            }

            taken++;
        }

        source.Release(taken);
    }

    /// <summary>What the gateway refused, and what it reports.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollOwn<TStages>()
        where TStages : struct, IFirstStages
    {
        if (Sweeps.Available > 0)
        {
            TakeSweep<TStages>();
        }

        if (!DueOrders.IsEmpty)
        {
            TakeDue<TStages>();
        }

        PollInbox<TStages>(Refusals, VenueBatch);
        if (!_submit.Gateway.IsQuiet)
        {
            PollGateway<TStages>();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PollGateway<TStages>()
        where TStages : struct, IFirstStages
    {
        int left = VenueBatch;
        int count;
        int taken;
        do
        {
            count = Math.Min(_submit.Gateway.Available, left);
            taken = 0;
            while (taken < count && MayTake<TStages>() && TStages.Take(this, ref _submit.Gateway.Seen(taken)))
            {
                taken++;
            }

            _submit.Gateway.Release(taken);
            left -= taken;
        }
        while (taken == count && count > 0 && left > 0 && !_submit.Gateway.IsQuiet);
    }

    /// <summary>Before every event: the operator's commands and the held orders that are due are taken, and there must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayTake<TStages>()
        where TStages : struct, IFirstStages
    {
        PollOperator<TStages>();
        if (!DueOrders.IsEmpty)
        {
            TakeDue<TStages>();
        }

        return HasRoom<TStages>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PollOperator<TStages>()
        where TStages : struct, IFirstStages
    {
        if (!Operators.IsEmpty)
        {
            TakeCommands<TStages>();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeCommands<TStages>()
        where TStages : struct, IFirstStages
    {
        // They report to nobody, so a strategy that leaves its reports undrained does not hold them back.
        while (Operators.Available > 0 && !IsHalted && TStages.HasSlot(this) && TStages.Take(this, ref Operators.Peek()))
        {
            Operators.Release();
        }
    }

    /// <summary>Held orders that are due, one after the other while there is room for the report of each.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeDue<TStages>()
        where TStages : struct, IFirstStages
    {
        while (DueOrders.Available > 0 && HasRoom<TStages>() && TStages.Take(this, ref DueOrders.Peek()))
        {
            DueOrders.Release();
            PollOperator<TStages>();
        }
    }

    /// <summary>The next batch of a mass cancel, which reports to nobody either.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeSweep<TStages>()
        where TStages : struct, IFirstStages
    {
        PollOperator<TStages>();
        if (!IsHalted && TStages.HasSlot(this) && TStages.Take(this, ref Sweeps.Peek()))
        {
            Sweeps.Release();
        }
    }

    /// <summary>Every event reports at most once, so one free slot in each ring is room for one event. A halted engine has room for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasRoom<TStages>()
        where TStages : struct, IFirstStages => _room > 0 || FindRoom<TStages>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FindRoom<TStages>()
        where TStages : struct, IFirstStages
    {
        _room = IsHalted ? 0 : TStages.Room(this);
        return _room > 0;
    }
}
