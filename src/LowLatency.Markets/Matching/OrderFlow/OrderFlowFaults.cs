namespace LowLatency.Markets.Matching.OrderFlow;

/// <summary>The faults of a file: how many of each kind, and where the first stands.</summary>
public sealed class OrderFlowFaults
{
    private readonly long[] _counts = new long[Enum.GetValues<OrderFlowFaultKind>().Length];
    private readonly long[] _firstOffsets = new long[Enum.GetValues<OrderFlowFaultKind>().Length];

    /// <summary>True when the file is as it should be.</summary>
    public bool None => _counts.All(count => count == 0);

    /// <summary>How many of a kind.</summary>
    public long CountOf(OrderFlowFaultKind kind) => _counts[(int)kind];

    /// <summary>Offset in bytes, in the uncompressed data, of the first of a kind; without meaning when there is none.</summary>
    public long FirstOffsetOf(OrderFlowFaultKind kind) => _firstOffsets[(int)kind];

    /// <summary>One line per kind that occurred: <c>kind count=… firstOffset=…</c>.</summary>
    public IEnumerable<string> Lines() =>
        Enum.GetValues<OrderFlowFaultKind>().Where(kind => CountOf(kind) != 0).Select(kind => $"{kind} count={CountOf(kind)} firstOffset={FirstOffsetOf(kind)}");

    internal void Add(OrderFlowFaultKind kind, long offset)
    {
        if (_counts[(int)kind]++ == 0)
        {
            _firstOffsets[(int)kind] = offset;
        }
    }
}
