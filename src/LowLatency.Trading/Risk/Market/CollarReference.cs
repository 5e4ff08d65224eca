namespace LowLatency.Trading.Risk.Market;

/// <summary>What a price collar lies around, in the order of the limits' kinds.</summary>
internal enum CollarReference
{
    /// <summary>The last bid below and the last ask above; a side without orders takes the other's price.</summary>
    Top = 0,

    /// <summary>Half-way between bid and ask, cut off at 1e-8; missing where a side is empty.</summary>
    Mid = 1,

    /// <summary>The last trade.</summary>
    LastTrade = 2,

    /// <summary>The close of the day before.</summary>
    PreviousClose = 3,
}
