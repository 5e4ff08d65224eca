namespace LowLatency.Trading.Terms;

/// <summary>What becomes of a held order that is due.</summary>
internal enum DueAction : byte
{
    /// <summary>It is not due.</summary>
    None = 0,

    /// <summary>Its trigger was reached: it is sent to its venue.</summary>
    Release = 1,

    /// <summary>A kill switch, a mass cancel or a linked order wants it ended.</summary>
    Cancel = 2,

    /// <summary>Its time is over.</summary>
    Expire = 3,
}
