namespace LowLatency.Latency.Measuring;

/// <summary>What benchmarks of one family run on: the file that the user gave, and what they share.</summary>
/// <param name="data">The file of <c>--data</c>; null for none.</param>
internal sealed class BenchmarkInput(DataFile? data) : IDisposable
{
    private readonly Dictionary<(Type, string), object> _shared = [];

    /// <summary>The user's file if it is of one of these kinds; otherwise null, and the benchmark generates its data.</summary>
    public string? FileOf(DataKinds kinds) => data is not null && (kinds & data.Kind) != 0 ? data.Path : null;

    /// <summary>Data that several benchmarks of the family read; made by the first that asks, given back after the last has run.</summary>
    public T Shared<T>(string key, Func<T> make)
        where T : class
    {
        if (!_shared.TryGetValue((typeof(T), key), out object? found))
        {
            _shared[(typeof(T), key)] = found = make();
        }

        return (T)found;
    }

    public void Dispose()
    {
        foreach (IDisposable one in _shared.Values.OfType<IDisposable>())
        {
            one.Dispose();
        }

        _shared.Clear();
    }
}
