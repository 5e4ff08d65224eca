namespace LowLatency.Primitives.Messaging;
/// <summary>w</summary>
public readonly struct YieldingWaitStrategy : IWaitStrategy
{
    /// <summary>w</summary>
    public void Wait<TWork>(ref TWork work, int idleTurns) where TWork : struct, IWorkSource => Thread.Yield();
    /// <summary>w</summary>
    public void Signal() { }
}
