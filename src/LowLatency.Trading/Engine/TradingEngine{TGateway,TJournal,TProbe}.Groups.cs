using System.Runtime.CompilerServices;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Engine;

/// <summary>The stages in groups on two threads: the first sequences, journals and may validate, the second does the rest. Both take the same events in the same order, so the outputs are those of one thread.</summary>
/// <remarks>
/// <code>
/// first   takes an event from a source while the hand-off has a slot, and every report ring one for each event on its way; sequences it, validates a new
///         order if it is in its group, copies the event to the hand-off, publishes it, and only then gives the source's slot back
/// second  takes events from the hand-off, applies them (its reports and refusals are published by that), and only then gives the slots back
/// </code>
/// Events on their way are bounded by the hand-off, and the second never waits for the first: neither can block the other.
/// </remarks>
public sealed partial class TradingEngine<TGateway, TJournal, TProbe>
{
    private const int BackBatch = 32;

    private bool _validatesFirst;

    /// <summary>What the thread that polls the sources does with an event. A type argument, so that one loop serves both topologies without a call.</summary>
    private interface IFirstStages
    {
        /// <summary>Takes one event.</summary>
        /// <returns>False when it could not be journalled: it has not been taken.</returns>
        static abstract bool Take(TradingEngine<TGateway, TJournal, TProbe> engine, ref EngineEvent e);

        /// <summary>How many events may be taken before a ring could overflow.</summary>
        static abstract int Room(TradingEngine<TGateway, TJournal, TProbe> engine);

        /// <summary>Whether an event may be taken that reports to nobody.</summary>
        static abstract bool HasSlot(TradingEngine<TGateway, TJournal, TProbe> engine);
    }

    /// <inheritdoc/>
    public override int TurnFirst(int maxEvents) => PollSources<FirstGroup>(maxEvents);

    /// <inheritdoc/>
    public override int TurnSecond(int maxEvents)
    {
        if (!_takesSources)
        {
            TakeSources();
        }

        int total = 0;
        while (total < maxEvents)
        {
            int count = Math.Min(HandOff!.Available, BackBatch);
            if (count == 0)
            {
                break;
            }

            for (int i = 0; i < count; i++)
            {
                ApplyHandedOver(ref HandOff.Seen(i));
            }

            HandOff.Release(count);
            total += count;
        }

        return total;
    }

    private protected override bool CanSplit => default(TGateway) is ITwoThreadVenueGateway;

    private protected override void Split(bool validatesFirst)
    {
        _validatesFirst = validatesFirst;

        // Room found so far is room for reports alone: the hand-off has less.
        _room = 0;
    }

    private void ApplyHandedOver(ref EngineEvent e)
    {
        _probe.Begin(e.Kind);
        Counters.Events = e.Sequence;
        if (_validatesFirst && e.Kind == EngineEventKind.NewOrder)
        {
            Admit(ref e, e.FailedChecks.Bits);
        }
        else
        {
            Apply(ref e);
        }
    }

    private readonly struct AllStages : IFirstStages
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool Take(TradingEngine<TGateway, TJournal, TProbe> engine, ref EngineEvent e)
        {
            engine._probe.Begin(e.Kind);
            if (!engine.Sequence(ref e))
            {
                return false;
            }

            engine._probe.Mark(EngineStage.Sequence);
            engine.Apply(ref e);
            return true;
        }

        public static int Room(TradingEngine<TGateway, TJournal, TProbe> engine) => engine._report.Room();

        public static bool HasSlot(TradingEngine<TGateway, TJournal, TProbe> engine) => true;
    }

    private readonly struct FirstGroup : IFirstStages
    {
        public static bool Take(TradingEngine<TGateway, TJournal, TProbe> engine, ref EngineEvent e)
        {
            if (!engine.Sequence(ref e))
            {
                return false;
            }

            ref EngineEvent slot = ref engine.HandOff!.Claimed(0);
            slot = e;
            if (engine._validatesFirst && slot.Kind == EngineEventKind.NewOrder)
            {
                slot.FailedChecks = new(engine._validate.New(ref slot));
            }

            engine.HandOff.Publish();
            return true;
        }

        public static bool HasSlot(TradingEngine<TGateway, TJournal, TProbe> engine) => engine.HandOff!.FreeSlots > 0;

        /// <summary>Events on their way are counted before the reports they may have led to by now: one of them may be counted twice, none is missed.</summary>
        public static int Room(TradingEngine<TGateway, TJournal, TProbe> engine)
        {
            int onTheirWay = engine.HandOff!.Capacity - engine.HandOff.FreeSlots;
            return Math.Min(engine.HandOff.Capacity, engine._report.RoomSeenFromOutside()) - onTheirWay;
        }
    }
}
