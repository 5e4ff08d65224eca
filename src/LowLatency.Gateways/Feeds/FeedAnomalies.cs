namespace LowLatency.Gateways.Feeds;

/// <summary>Counts anomalies by kind and keeps the first of each kind. One writer; <see cref="Add"/> allocates nothing.</summary>
public sealed class FeedAnomalies
{
    private static readonly int Kinds = Enum.GetValues<FeedAnomalyKind>().Length;
    private readonly long[] _counts = new long[Kinds];
    private readonly FeedAnomaly[] _kept;
    private readonly int _keepPerKind;

    /// <summary>Keeps the first <paramref name="keepPerKind"/> of each kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keepPerKind"/> is negative or above 10,000.</exception>
    public FeedAnomalies(int keepPerKind = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keepPerKind);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keepPerKind, 10_000);
        _keepPerKind = keepPerKind;
        _kept = new FeedAnomaly[Kinds * keepPerKind];
    }

    /// <summary>How many there were of all kinds.</summary>
    public long Total { get; private set; }

    /// <summary>How many there were of one kind.</summary>
    public long this[FeedAnomalyKind kind] => _counts[(int)kind];

    /// <summary>Counts one and keeps it if it is among the first of its kind.</summary>
    public void Add(FeedAnomalyKind kind, long offset, ulong value = 0, string? note = null)
    {
        long before = _counts[(int)kind]++;
        Total++;
        if (before < _keepPerKind)
        {
            _kept[((int)kind * _keepPerKind) + (int)before] = new(kind, offset, value, note);
        }
    }

    /// <summary>The count of every kind that occurred, in the order of the kinds.</summary>
    public IReadOnlyList<KeyValuePair<FeedAnomalyKind, long>> Counts() =>
        [.. Enum.GetValues<FeedAnomalyKind>().Where(kind => this[kind] > 0).Select(kind => KeyValuePair.Create(kind, this[kind]))];

    /// <summary>The kept ones in the order of their offsets.</summary>
    public IReadOnlyList<FeedAnomaly> First() =>
        [.. _kept.Where(anomaly => anomaly.Kind != FeedAnomalyKind.None).OrderBy(anomaly => anomaly.Offset)];
}
