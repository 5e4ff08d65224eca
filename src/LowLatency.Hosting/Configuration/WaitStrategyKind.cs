namespace LowLatency.Hosting.Configuration;

/// <summary>What the engine's thread does while there is nothing to do.</summary>
public enum WaitStrategyKind
{
    /// <summary>Spins: the quickest, and takes a whole core.</summary>
    BusySpin = 0,

    /// <summary>Spins a little, then gives the core to others: for hosts with fewer cores than threads.</summary>
    Yielding = 1,

    /// <summary>Sleeps for short times.</summary>
    Sleeping = 2,

    /// <summary>Sleeps until it is woken: the slowest, and costs nothing while idle.</summary>
    Blocking = 3,
}
