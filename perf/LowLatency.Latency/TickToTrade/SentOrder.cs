namespace LowLatency.Latency.TickToTrade;

/// <summary>An order as the strategy meant it, to be compared with what the venue reads.</summary>
/// <param name="Instrument">The instrument's number.</param>
/// <param name="IsBuy">Its side.</param>
/// <param name="Price4">Its limit, 4 implied decimals.</param>
internal readonly record struct SentOrder(int Instrument, bool IsBuy, uint Price4)
{
    /// <summary>Shares of every order.</summary>
    public const int Shares = 100;
}
