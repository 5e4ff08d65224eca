namespace LowLatency.Primitives.Threading;

/// <summary>Which cores are wanted for threads that hand events to each other, for <see cref="CpuTopology.TryChoose"/>.</summary>
/// <param name="Count">How many, at least 1.</param>
public sealed record CoreRequest(int Count)
{
    /// <summary>All read through one last-level cache, so that a line goes from one to the other without leaving it (about 100 ns round trip instead of 300 to 500).</summary>
    public bool SharesCache { get; init; } = true;

    /// <summary>Whether two of them may be hardware threads of one physical core, which then share its execution units.</summary>
    public bool AllowsSiblings { get; init; }

    /// <summary>Refuses cores that are not isolated; otherwise isolated ones only come first.</summary>
    public bool IsolatedOnly { get; init; }

    /// <summary>The memory node they must belong to, that of the network card for instance; null for any.</summary>
    public int? Node { get; init; }

    /// <summary>Cores that are taken already.</summary>
    public IReadOnlyCollection<int> Excluded { get; init; } = [];

    /// <summary>The request in words, for messages.</summary>
    public override string ToString() =>
        $"count={Count}{(IsolatedOnly ? " isolated" : "")} cores{(SharesCache ? " of one last-level cache" : "")}{(AllowsSiblings ? "" : ", no hyper-thread siblings")}"
        + $"{(Node is int node ? $", of node={node}" : "")}{(Excluded.Count == 0 ? "" : $", without cores={CpuList.Format(Excluded)}")}";
}
