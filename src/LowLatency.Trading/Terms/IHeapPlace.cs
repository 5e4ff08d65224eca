namespace LowLatency.Trading.Terms;

/// <summary>Which of a record's links a heap uses.</summary>
internal unsafe interface IHeapPlace
{
    static abstract ref HeapLinks Of(TermedOrder* records, int index);
}
