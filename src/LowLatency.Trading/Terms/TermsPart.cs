namespace LowLatency.Trading.Terms;

/// <summary>Which terms an event of kind OrderTerms carries. The numbers are part of the journal format.</summary>
internal enum TermsPart : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>StopPrice, Offset, LimitOffset, OffsetUnit, TriggerSource, PegSource.</summary>
    Trigger = 1,

    /// <summary>ExpireTimeNs, DisplayQuantity, MinQuantity.</summary>
    Execution = 2,

    /// <summary>ParentClOrdId, LinkedClOrdId, Contingency.</summary>
    Link = 3,
}
