namespace LowLatency.Primitives.Messaging;

/// <summary>What an agent polls, seen by its wait strategy: any number of rings behind one question. A struct, so that it is not boxed.</summary>
public interface IWorkSource
{
    /// <summary>Whether a poll would find something now. Agent's thread; must look at what producers published, not at a cached cursor that says empty.</summary>
    bool HasWork { get; }
}
