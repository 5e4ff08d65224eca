namespace LowLatency.Latency.Measuring;

/// <summary>Kinds of files that <c>--data</c> takes.</summary>
[Flags]
internal enum DataKinds
{
    None = 0,

    /// <summary>An order flow for the matching engine.</summary>
    OrderFlow = 1,

    /// <summary>ITCH 5.0.</summary>
    Itch = 2,

    /// <summary>Any other market-data file that the <c>lowlatency</c> command imports.</summary>
    Feed = 4,
}
