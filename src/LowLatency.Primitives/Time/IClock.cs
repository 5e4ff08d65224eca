namespace LowLatency.Primitives.Time;

/// <summary>Tells the time to whoever is allowed to ask: sources and hosts, never a stage of the engine.</summary>
public interface IClock
{
    /// <summary>Nanoseconds since 1970-01-01 00:00:00 UTC.</summary>
    long NowNs { get; }
}
