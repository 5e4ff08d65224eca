namespace LowLatency.Replay.Latency;

/// <summary>The same latencies for every order.</summary>
public sealed class ConstantOrderLatency : IOrderLatencyModel
{
    private const long LongestNs = 1L << 60;

    private readonly long _entryNs;
    private readonly long _responseNs;

    /// <summary>Sets both.</summary>
    /// <param name="entryNs">From the engine to the venue, ns.</param>
    /// <param name="responseNs">From the venue to the engine, ns.</param>
    /// <exception cref="ArgumentException">Below zero or above 2^60; lists every fault.</exception>
    public ConstantOrderLatency(long entryNs, long responseNs)
    {
        List<string> faults = [];
        Check(nameof(entryNs), entryNs, faults);
        Check(nameof(responseNs), responseNs, faults);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults));
        }

        _entryNs = entryNs;
        _responseNs = responseNs;
    }

    /// <inheritdoc/>
    public long EntryNs(long timeNs) => _entryNs;

    /// <inheritdoc/>
    public long ResponseNs(long timeNs) => _responseNs;

    private static void Check(string name, long value, List<string> faults)
    {
        if (value is < 0 or > LongestNs)
        {
            faults.Add($"{name}={value} must be 0 to {LongestNs}");
        }
    }
}
