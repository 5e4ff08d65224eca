namespace LowLatency.Trading.Engine;

/// <summary>How to read an <see cref="EngineEvent"/>.</summary>
[Flags]
#pragma warning disable CA1711 // The name says what it is.
public enum EngineEventFlags : byte
#pragma warning restore CA1711
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="EngineEvent.Target"/> is a client order id, not a handle.</summary>
    TargetIsClOrdId = 1,

    /// <summary>A cancel reject answers a replacement, not a cancel.</summary>
    AnswersReplace = 2,

    /// <summary>The <see cref="EngineEventKind.OrderTerms"/> directly before it belong to this request.</summary>
    HasTerms = 4,
}
