using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>The queues in which held orders wait: six for each instrument, two for each of the three prices that are watched. First comes the trigger the market reaches first, then the older order.</summary>
/// <remarks>
/// Trailing stops are also in a list of their queue, and each is moved when the watched price moves in its favour.
/// <code>queue = instrument × 6 + watched × 2 + (waits for a fall ? 1 : 0)    watched: 0 bid, 1 offer, 2 last trade</code>
/// </remarks>
internal sealed unsafe class TriggerQueues
{
    public const int Bid = 0;
    public const int Offer = 1;
    public const int Last = 2;

    private const int Watched = 3;
    private const int PerInstrument = Watched * 2;
    private const int None = -1;

    private readonly TermedOrder* _records;
    private readonly int[] _roots;
    private readonly int[] _trailing;
    private readonly long[] _watched;

    public TriggerQueues(TermedOrder* records, int instruments)
    {
        _records = records;
        _roots = new int[(instruments + 1) * PerInstrument];
        _trailing = new int[_roots.Length];
        _watched = new long[(instruments + 1) * Watched];
        Array.Fill(_roots, None);
        Array.Fill(_trailing, None);
    }

    /// <summary>Orders that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Where an order waits: stops for the market to move against them, touched orders for it to come to them.</summary>
    public static int QueueOf(InstrumentId instrument, Side side, OrderType type, TriggerSource source)
    {
        int watched = source switch
        {
            TriggerSource.BestBid => Bid,
            TriggerSource.BestOffer => Offer,
            TriggerSource.LastTrade => Last,
            _ => side == Side.Buy ? Offer : Bid,
        };
        bool falls = (side == Side.Buy) == type.IsTouched();
        return (instrument.Value * PerInstrument) + (watched * 2) + (falls ? 1 : 0);
    }

    /// <summary>Whether the orders of a queue wait for a fall.</summary>
    public static bool Falls(int queue) => (queue & 1) != 0;

    /// <summary>The price the orders of a queue wait for, 0 where there is none.</summary>
    public long PriceOf(int queue) => _watched[queue >> 1];

    /// <summary>Puts an order in its queue, a trailing stop at its distance from the price as it is.</summary>
    /// <param name="index">The record.</param>
    /// <param name="queue">From <see cref="QueueOf"/>.</param>
    /// <param name="trails">Whether it is a trailing stop.</param>
    /// <param name="sequence">Of the event: breaks ties.</param>
    public void Enter(int index, int queue, bool trails, long sequence)
    {
        TermedOrder* record = _records + index;
        record->Queue = queue;
        record->IsTrailing = trails;
        record->Mark = PriceOf(queue);
        record->Trigger.Order = sequence;
        SetKey(record);
        if (trails)
        {
            record->TrailPrevious = None;
            record->TrailNext = _trailing[queue];
            if (record->TrailNext >= 0)
            {
                _records[record->TrailNext].TrailPrevious = index;
            }

            _trailing[queue] = index;
        }

        PairingHeap<TriggerPlace>.Add(_records, ref _roots[queue], index);
        Count++;
    }

    /// <summary>Takes an order out of its queue, where it is in one.</summary>
    public void Leave(int index)
    {
        TermedOrder* record = _records + index;
        if (!record->Trigger.IsIn)
        {
            return;
        }

        PairingHeap<TriggerPlace>.Remove(_records, ref _roots[record->Queue], index);
        Count--;
        if (record->IsTrailing)
        {
            (record->TrailPrevious >= 0 ? ref _records[record->TrailPrevious].TrailNext : ref _trailing[record->Queue]) = record->TrailNext;
            if (record->TrailNext >= 0)
            {
                _records[record->TrailNext].TrailPrevious = record->TrailPrevious;
            }
        }
    }

    /// <summary>A watched price is what it is now; 0 where there is none, which triggers nothing.</summary>
    /// <param name="instrument">A known instrument.</param>
    /// <param name="watched"><see cref="Bid"/>, <see cref="Offer"/> or <see cref="Last"/>.</param>
    /// <param name="price">Raw.</param>
    public void Watch(InstrumentId instrument, int watched, long price)
    {
        _watched[(instrument.Value * Watched) + watched] = price;
        if (Count == 0)
        {
            return;
        }

        int queue = (instrument.Value * PerInstrument) + (watched * 2);
        Follow(queue, price);
        Follow(queue + 1, price);
    }

    /// <summary>The next order of an instrument whose trigger has been reached; it stays in its queue.</summary>
    /// <returns>Its place, -1 where there is none.</returns>
    public int Reached(int instrument)
    {
        int first = instrument * PerInstrument;
        for (int queue = first; Count > 0 && queue < first + PerInstrument; queue++)
        {
            int root = _roots[queue];
            long price = PriceOf(queue);
            if (root >= 0 && price != 0 && _records[root].Trigger.Key <= (Falls(queue) ? -price : price))
            {
                return root;
            }
        }

        return None;
    }

    /// <summary>Moves the trailing stops for which a price is better than any before.</summary>
    private void Follow(int queue, long price)
    {
        bool falls = Falls(queue);
        for (int i = price == 0 ? None : _trailing[queue]; i >= 0; i = _records[i].TrailNext)
        {
            TermedOrder* record = _records + i;
            if (falls ? record->Mark == 0 || price > record->Mark : record->Mark == 0 || price < record->Mark)
            {
                PairingHeap<TriggerPlace>.Remove(_records, ref _roots[queue], i);
                record->Mark = price;
                SetKey(record);
                PairingHeap<TriggerPlace>.Add(_records, ref _roots[queue], i);
            }
        }
    }

    private static void SetKey(TermedOrder* record)
    {
        bool falls = Falls(record->Queue);
        if (record->IsTrailing)
        {
            record->Terms.StopPrice = new(record->Mark == 0 ? 0 : TrailingStops.StopPrice(in record->Terms, record->Mark, record->Tick, falls));
            if (record->Mark == 0)
            {
                record->Trigger.Key = long.MaxValue;
                return;
            }
        }

        record->Trigger.Key = falls ? -record->Terms.StopPrice.Raw : record->Terms.StopPrice.Raw;
    }

    private readonly struct TriggerPlace : IHeapPlace
    {
        public static ref HeapLinks Of(TermedOrder* records, int index) => ref records[index].Trigger;
    }
}
