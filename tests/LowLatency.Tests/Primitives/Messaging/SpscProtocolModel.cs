namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>
/// The steps that <see cref="LowLatency.Primitives.Messaging.SpscRing{T}"/> documents, on a memory weaker than any processor's: a store lies in its thread's buffer until it drains, a plain one whenever it likes, a
/// release one only after every earlier one. All interleavings of steps and drains are walked.
/// </summary>
/// <param name="capacity">Slots.</param>
/// <param name="events">How many go through.</param>
/// <param name="stamped">Whether they are stamped.</param>
/// <param name="fault">What is wrong with the protocol.</param>
internal sealed class SpscProtocolModel(int capacity, int events, bool stamped, ProtocolFault fault)
{
    private const int Published = 0;
    private const int Consumed = 1;
    private const int Slots = 2;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<State> _open = new();

    /// <summary>States that were reached.</summary>
    public int States => _seen.Count;

    private int Stamps => Slots + capacity;

    /// <summary>Walks all of them.</summary>
    /// <returns>What went wrong first; null if nothing.</returns>
    public string? Check()
    {
        Reach(new State(new int[Slots + (2 * capacity)]));
        bool ended = false;
        while (_open.TryDequeue(out State? state))
        {
            List<State> next = [];
            try
            {
                Drain(state, state.Producer, next);
                Drain(state, state.Consumer, next);
                Produce(state, next);
                Consume(state, next);
            }
            catch (InvalidOperationException wrong)
            {
                return wrong.Message;
            }

            ended |= state.Taken == events;
            if (state.Taken < events && next.TrueForAll(one => one.Key() == state.Key()))
            {
                return $"stuck after {state.Taken} of {events}";
            }

            next.ForEach(Reach);
        }

        return ended ? null : "never ends";
    }

    private static int Load(State state, int place) => state.Memory[place];

    private static void Store(List<Pending> buffer, int place, int value, bool release) => buffer.Add(new(place, value, release));

    private static void Require(bool holds, string invariant)
    {
        if (!holds)
        {
            throw new InvalidOperationException(invariant);
        }
    }

    private static void Drain(State state, List<Pending> buffer, List<State> next)
    {
        for (int i = 0; i < buffer.Count; i++)
        {
            Pending store = buffer[i];
            bool mustWait = store.Release ? i > 0 : buffer.Take(i).Any(earlier => earlier.Place == store.Place);
            if (mustWait)
            {
                continue;
            }

            State drained = state.Copy();
            (ReferenceEquals(buffer, state.Producer) ? drained.Producer : drained.Consumer).RemoveAt(i);
            drained.Memory[store.Place] = store.Value;
            next.Add(drained);
        }
    }

    private static State LookAtPublished(State from)
    {
        State to = from.Copy();
        to.KnownPublished = Load(from, Published);
        to.ConsumerStep = 0;
        return to;
    }

    private void Reach(State state)
    {
        if (_seen.Add(state.Key()))
        {
            _open.Enqueue(state);
        }
    }

    private void Produce(State from, List<State> next)
    {
        if (from.Written == events)
        {
            return;
        }

        State to = from.Copy();
        int slot = from.Written % capacity;
        switch (from.ProducerStep)
        {
            case 0 when from.KnownConsumed + capacity > from.Written || fault == ProtocolFault.ClaimsWithoutRoom:
                to.ProducerStep = 1;
                break;
            case 0:
                to.KnownConsumed = Load(from, Consumed);
                break;
            case 1:
                Store(to.Producer, Slots + slot, from.Written + 1, release: false);
                to.ProducerStep = 2;
                break;
            default:
                Announce(from, to, slot);
                break;
        }

        next.Add(to);
    }

    private void Announce(State from, State to, int slot)
    {
        bool stampNow = stamped && (from.ProducerStep == 2) == (fault == ProtocolFault.StampsBeforeItPublishes);
        if (stampNow)
        {
            Store(to.Producer, Stamps + slot, fault == ProtocolFault.StampsTheSameEachLap ? slot + 1 : from.Written + 1, fault != ProtocolFault.StampsPlainly);
        }
        else
        {
            Store(to.Producer, Published, from.Written + 1, fault != ProtocolFault.PublishesPlainly);
        }

        bool isLast = from.ProducerStep == (stamped ? 3 : 2);
        to.ProducerStep = isLast ? 0 : 3;
        to.Written += isLast ? 1 : 0;
    }

    private void Consume(State from, List<State> next)
    {
        if (from.Taken == events)
        {
            return;
        }

        int slot = from.Taken % capacity;
        if (from.ConsumerStep == 0 && from.KnownPublished <= from.Taken)
        {
            next.Add(LookAtPublished(from));
            if (stamped)
            {
                next.Add(LookAtStamp(from, slot));
            }

            return;
        }

        State to = from.Copy();
        if (from.ConsumerStep == 2)
        {
            to = LookAtPublished(from);
            Require(to.KnownPublished > from.Taken, "published must not lag behind a stamp that was seen");
        }
        else if (from.ConsumerStep == 0)
        {
            int found = Load(from, Slots + slot);
            Require(found == from.Taken + 1, $"event {from.Taken + 1} was read as {found}");
            to.ConsumerStep = 1;
        }
        else
        {
            Store(to.Consumer, Consumed, from.Taken + 1, release: true);
            to.Taken++;
            to.ConsumerStep = 0;
        }

        next.Add(to);
    }

    private State LookAtStamp(State from, int slot)
    {
        int expected = fault == ProtocolFault.StampsTheSameEachLap ? slot + 1 : from.Taken + 1;
        State to = from.Copy();
        if (Load(from, Stamps + slot) != expected)
        {
            to.IsFlowing = false;
        }
        else if (from.IsFlowing)
        {
            to.ConsumerStep = 2;
        }
        else
        {
            to.KnownPublished = from.Taken + 1;
            to.IsFlowing = true;
        }

        return to;
    }

    private sealed record Pending(int Place, int Value, bool Release);

    /// <summary>Memory, both buffers, and what each side keeps to itself.</summary>
    private sealed class State(int[] memory)
    {
        public int[] Memory { get; } = memory;

        public List<Pending> Producer { get; private init; } = [];

        public List<Pending> Consumer { get; private init; } = [];

        public int ProducerStep { get; set; }

        public int Written { get; set; }

        public int KnownConsumed { get; set; }

        public int ConsumerStep { get; set; }

        public int Taken { get; set; }

        public int KnownPublished { get; set; }

        public bool IsFlowing { get; set; }

        public State Copy() => new([.. Memory])
        {
            Producer = [.. Producer],
            Consumer = [.. Consumer],
            ProducerStep = ProducerStep,
            Written = Written,
            KnownConsumed = KnownConsumed,
            ConsumerStep = ConsumerStep,
            Taken = Taken,
            KnownPublished = KnownPublished,
            IsFlowing = IsFlowing,
        };

        public string Key() =>
            $"{string.Join(',', Memory)}|{string.Join(',', Producer.Select(Text))}|{string.Join(',', Consumer.Select(Text))}|"
            + $"{ProducerStep} {Written} {KnownConsumed} {ConsumerStep} {Taken} {KnownPublished} {IsFlowing}";

        private static string Text(Pending store) => $"{store.Place}={store.Value}{(store.Release ? "r" : "")}";
    }
}
