using LowLatency.Latency.Machine;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Reports;

/// <summary>All that is reported of a run.</summary>
internal sealed record Report(MachineInfo Machine, IReadOnlyList<Row> Rows)
{
    /// <summary>Rounds asked for.</summary>
    public required int Rounds { get; init; }
}
