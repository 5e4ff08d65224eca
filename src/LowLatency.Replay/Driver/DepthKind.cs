namespace LowLatency.Replay.Driver;

/// <summary>What an instrument's depth is made of.</summary>
public enum DepthKind : byte
{
    /// <summary>No depth: trades and status only.</summary>
    None = 0,

    /// <summary>Levels or quotes.</summary>
    Levels = 1,

    /// <summary>Orders.</summary>
    Orders = 2,
}
