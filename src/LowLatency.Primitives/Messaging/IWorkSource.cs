namespace LowLatency.Primitives.Messaging;
/// <summary>w</summary>
public interface IWorkSource
{
    /// <summary>w</summary>
    bool HasWork { get; }
}
