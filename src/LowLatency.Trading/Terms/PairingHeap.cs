namespace LowLatency.Trading.Terms;

/// <summary>A queue of records by key, whose links lie in the records: a pairing heap (Fredman, Sedgewick, Sleator and Tarjan, 1986). Putting in takes constant time, taking out logarithmic, amortised. The root is the caller's.</summary>
/// <typeparam name="TPlace">Which links of a record.</typeparam>
internal static unsafe class PairingHeap<TPlace>
    where TPlace : struct, IHeapPlace
{
    public const int None = -1;

    /// <summary>Puts a record in whose key and order are set.</summary>
    public static void Add(TermedOrder* records, ref int root, int index)
    {
        ref HeapLinks links = ref TPlace.Of(records, index);
        links.Child = links.Sibling = links.Previous = None;
        links.IsIn = true;
        root = Meld(records, root, index);
    }

    /// <summary>Takes a record out; its children stay.</summary>
    public static void Remove(TermedOrder* records, ref int root, int index)
    {
        ref HeapLinks links = ref TPlace.Of(records, index);
        int children = MeldPairs(records, links.Child);
        if (root == index)
        {
            root = children;
        }
        else
        {
            ref HeapLinks previous = ref TPlace.Of(records, links.Previous);
            (previous.Child == index ? ref previous.Child : ref previous.Sibling) = links.Sibling;
            if (links.Sibling >= 0)
            {
                TPlace.Of(records, links.Sibling).Previous = links.Previous;
            }

            root = Meld(records, root, children);
        }

        links.Child = links.Sibling = links.Previous = None;
        links.IsIn = false;
    }

    private static int Meld(TermedOrder* records, int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return a < 0 ? b : a;
        }

        if (IsBefore(in TPlace.Of(records, b), in TPlace.Of(records, a)))
        {
            (a, b) = (b, a);
        }

        ref HeapLinks parent = ref TPlace.Of(records, a);
        ref HeapLinks child = ref TPlace.Of(records, b);
        child.Sibling = parent.Child;
        child.Previous = a;
        if (parent.Child >= 0)
        {
            TPlace.Of(records, parent.Child).Previous = b;
        }

        parent.Child = b;
        parent.Sibling = parent.Previous = None;
        return a;
    }

    private static bool IsBefore(ref readonly HeapLinks a, ref readonly HeapLinks b) => a.Key < b.Key || (a.Key == b.Key && a.Order < b.Order);

    /// <summary>One heap of a run of siblings: neighbours first, then the pairs from the last to the first.</summary>
    private static int MeldPairs(TermedOrder* records, int first)
    {
        int pairs = None;
        while (first >= 0)
        {
            ref HeapLinks links = ref TPlace.Of(records, first);
            int second = links.Sibling;
            int rest = None;
            links.Sibling = links.Previous = None;
            if (second >= 0)
            {
                ref HeapLinks other = ref TPlace.Of(records, second);
                rest = other.Sibling;
                other.Sibling = other.Previous = None;
            }

            int pair = Meld(records, first, second);
            TPlace.Of(records, pair).Sibling = pairs;
            pairs = pair;
            first = rest;
        }

        int heap = None;
        while (pairs >= 0)
        {
            ref HeapLinks links = ref TPlace.Of(records, pairs);
            int rest = links.Sibling;
            links.Sibling = None;
            heap = Meld(records, heap, pairs);
            pairs = rest;
        }

        return heap;
    }
}
