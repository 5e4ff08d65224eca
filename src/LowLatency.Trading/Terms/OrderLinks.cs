using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Terms;

/// <summary>Which orders are linked: rings of orders that cancel or update one another, and the children that wait for a parent's execution, newest first. The links lie in the records.</summary>
internal sealed unsafe class OrderLinks(TermedOrder* records)
{
    private const int None = -1;

    private readonly TermedOrder* _records = records;

    /// <summary>Puts a record into the ring of another, behind it.</summary>
    public void Join(int index, int other, Contingency kind)
    {
        TermedOrder* record = _records + index;
        TermedOrder* before = _records + other;
        int after = before->GroupNext;
        record->Contingency = before->Contingency = kind;
        record->GroupNext = after;
        record->GroupPrevious = other;
        before->GroupNext = index;
        _records[after].GroupPrevious = index;
    }

    /// <summary>Makes a record wait for another.</summary>
    public void Adopt(int parent, int child)
    {
        TermedOrder* record = _records + child;
        record->Parent = parent;
        record->HasParent = true;
        record->NextChild = _records[parent].FirstChild;
        if (record->NextChild >= 0)
        {
            _records[record->NextChild].PreviousChild = child;
        }

        _records[parent].FirstChild = child;
    }

    /// <summary>The first child of a record does not wait for it any more.</summary>
    /// <returns>The child, -1 where there is none.</returns>
    public int ReleaseChild(int parent)
    {
        int child = _records[parent].FirstChild;
        if (child >= 0)
        {
            Orphan(child);
        }

        return child;
    }

    /// <summary>Takes a record out of its ring, from its parent, and its children from it.</summary>
    public void Leave(int index)
    {
        TermedOrder* record = _records + index;
        _records[record->GroupPrevious].GroupNext = record->GroupNext;
        _records[record->GroupNext].GroupPrevious = record->GroupPrevious;
        record->GroupNext = record->GroupPrevious = index;
        Orphan(index);
        while (ReleaseChild(index) >= 0)
        {
        }
    }

    private void Orphan(int child)
    {
        TermedOrder* record = _records + child;
        if (record->Parent < 0)
        {
            return;
        }

        (record->PreviousChild >= 0 ? ref _records[record->PreviousChild].NextChild : ref _records[record->Parent].FirstChild) = record->NextChild;
        if (record->NextChild >= 0)
        {
            _records[record->NextChild].PreviousChild = record->PreviousChild;
        }

        record->Parent = record->NextChild = record->PreviousChild = None;
    }
}
