namespace LowLatency.Primitives.Collections;
/// <summary>w</summary>
public enum IdMapResult : byte
{
    /// <summary>w</summary>
    Added,
    /// <summary>w</summary>
    Duplicate,
    /// <summary>w</summary>
    Full,
}
