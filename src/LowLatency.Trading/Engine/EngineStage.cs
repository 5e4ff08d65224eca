namespace LowLatency.Trading.Engine;

/// <summary>The stages every event passes, in this order.</summary>
public enum EngineStage : byte
{
    /// <summary>Given its place, its time and, in the journal, its line.</summary>
    Sequence = 0,

    /// <summary>Well-formed by the listing's rules? A plain limit order inside its bounds passes this and <see cref="Risk"/> in one step, whose time stands here.</summary>
    Validate = 1,

    /// <summary>Within every limit?</summary>
    Risk = 2,

    /// <summary>To which venue?</summary>
    Route = 3,

    /// <summary>Handed to the gateway.</summary>
    Submit = 4,

    /// <summary>Told to the strategy.</summary>
    Report = 5,
}
