namespace LowLatency.Trading.Engine;

/// <summary>Where the stages are parted into two groups. Risk, Route, Submit and Report share the orders, so they stay together.</summary>
public enum StageSplit
{
    /// <summary>The first group sequences and journals.</summary>
    AfterSequence = 0,

    /// <summary>The first group sequences, journals and validates new orders.</summary>
    AfterValidate = 1,
}
