namespace LowLatency.Primitives.Collections;

/// <summary>What became of an addition to an <see cref="IdMap"/>.</summary>
public enum IdMapResult : byte
{
    /// <summary>The pair is in the map.</summary>
    Added,

    /// <summary>The key was there already; its value is unchanged.</summary>
    Duplicate,

    /// <summary>The map holds as many pairs as it may; it is unchanged.</summary>
    Full,
}
