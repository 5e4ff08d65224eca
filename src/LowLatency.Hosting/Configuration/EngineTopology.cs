namespace LowLatency.Hosting.Configuration;

/// <summary>On which threads the engine's stages run.</summary>
public enum EngineTopology
{
    /// <summary>On the caller's thread.</summary>
    Inline = 0,

    /// <summary>All on one thread of their own, on one core if one is named.</summary>
    Pinned = 1,

    /// <summary>In two groups on two threads, as <c>engine.groups</c> says.</summary>
    Groups = 2,
}
