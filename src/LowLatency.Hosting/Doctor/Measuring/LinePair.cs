namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>What two threads hand a cache line to and fro through.</summary>
internal sealed class LinePair
{
    /// <summary>Written by one thread each.</summary>
    public PingPongLines Lines;
}
