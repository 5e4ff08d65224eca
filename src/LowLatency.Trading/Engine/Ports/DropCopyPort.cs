using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Reporting;

namespace LowLatency.Trading.Engine.Ports;

/// <summary>Every report of every strategy, and what was sent (ExecType PendingNew, PendingCancel, PendingReplace), in the order of the engine. One thread, the reader's. An engine whose copy is not read waits.</summary>
public sealed class DropCopyPort
{
    private readonly SpscRing<ExecutionReport> _reports;

    internal DropCopyPort(SpscRing<ExecutionReport> reports) => _reports = reports;

    /// <summary>Reports waiting, all that have been published by now.</summary>
    public int Available => (int)(_reports.PublishedSequence - _reports.ConsumedSequence);

    /// <summary>A report known to be waiting, until <see cref="Release"/>.</summary>
    /// <param name="index">From 0, the oldest, to below <see cref="Available"/>; not checked.</param>
    public ref readonly ExecutionReport Report(int index) => ref _reports.Seen(index);

    /// <summary>Gives the oldest reports back.</summary>
    public void Release(int count) => _reports.Release(count);
}
