namespace LowLatency.Trading.Engine;

/// <summary>The stages that one thread runs.</summary>
internal enum StageGroup
{
    /// <summary>All of them.</summary>
    All = 0,

    /// <summary>Those before the <see cref="StageSplit"/>.</summary>
    First = 1,

    /// <summary>Those after it.</summary>
    Second = 2,
}
