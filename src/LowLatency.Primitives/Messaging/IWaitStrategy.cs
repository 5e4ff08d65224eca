namespace LowLatency.Primitives.Messaging;
/// <summary>w</summary>
public interface IWaitStrategy
{
    /// <summary>w</summary>
    void Wait<TWork>(ref TWork work, int idleTurns) where TWork : struct, IWorkSource;
    /// <summary>w</summary>
    void Signal();
}
