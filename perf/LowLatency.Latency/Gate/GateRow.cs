using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Gate;

/// <summary>What the baseline keeps of a row.</summary>
/// <param name="Time">An operation's time as a multiple of the reference's time of the same rounds, median; more is slower.</param>
/// <param name="Reference">The reference.</param>
/// <param name="AllocatedBytes">By both threads in the round that allocated most.</param>
internal sealed record GateRow(double Time, string Reference, long AllocatedBytes)
{
    /// <summary>Null where it was not measured, or only with the cores far apart.</summary>
    public static GateRow? Of(Row row)
    {
        if (row.Ratio is not { } ratio || row.Placement == Machine.Placement.Far)
        {
            return null;
        }

        long bytes = row.Samples.Max(sample => sample.First.AllocatedBytes + sample.Second.AllocatedBytes);
        return new(Math.Round(row.Figure == Figure.Rate ? 1 / ratio : ratio, 3), row.Reference!, bytes);
    }

    /// <summary>Of two attempts the better: a disturbance goes away, a slower stage does not.</summary>
    public GateRow Best(GateRow? other) => other is null ? this : this with { Time = Math.Min(Time, other.Time), AllocatedBytes = Math.Min(AllocatedBytes, other.AllocatedBytes) };
}
