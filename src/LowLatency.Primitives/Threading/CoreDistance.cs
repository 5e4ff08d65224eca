namespace LowLatency.Primitives.Threading;

/// <summary>The nearest thing two cores share: the farther down this list, the longer a cache line takes from one to the other.</summary>
public enum CoreDistance
{
    /// <summary>The system does not tell.</summary>
    Unknown = 0,

    /// <summary>A physical core: they are its hardware threads.</summary>
    Siblings = 1,

    /// <summary>A last-level cache.</summary>
    OneCache = 2,

    /// <summary>A memory node.</summary>
    OneNode = 3,

    /// <summary>Nothing but the interconnect between nodes.</summary>
    AcrossNodes = 4,
}
