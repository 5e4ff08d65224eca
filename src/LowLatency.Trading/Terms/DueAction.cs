namespace LowLatency.Trading.Terms;

/// <summary>What becomes of an order that is due. A later one outweighs those before it.</summary>
internal enum DueAction : byte
{
    /// <summary>It is not due.</summary>
    None = 0,

    /// <summary>A linked order executed: it is made smaller.</summary>
    Reduce = 1,

    /// <summary>It is held, and its trigger was reached or its parent has executed: it is sent to its venue.</summary>
    Release = 2,

    /// <summary>A kill switch, a mass cancel or a linked order wants it ended.</summary>
    Cancel = 3,

    /// <summary>Its time is over.</summary>
    Expire = 4,
}
