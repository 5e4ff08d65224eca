using System.Globalization;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Gate;

/// <summary>Compares rows with the baseline: hard on allocated bytes, with a tolerance on time.</summary>
/// <remarks>
/// A ratio to a reference of the same round does not depend on the clock rate, and little on the load, but on the processor it does: width, caches and predictors differ. A row is therefore
/// judged against the figure of its own processor model with <see cref="SameProcessorTolerance"/>, and on a model without figures against the slowest known with <see cref="OtherProcessorTolerance"/>.
/// </remarks>
internal sealed class GateJudge(GateBaseline baseline, string processor)
{
    /// <summary>How much more time is let pass, as a part of the time before.</summary>
    public const double SameProcessorTolerance = 0.6;

    /// <summary>The same where the processor has no figures of its own.</summary>
    public const double OtherProcessorTolerance = 1.5;

    /// <summary>Judges a row by what its attempts came to.</summary>
    /// <param name="row">The row of the last attempt.</param>
    /// <param name="now">The best of its attempts; null if none could be judged.</param>
    public IEnumerable<GateVerdict> Judge(Row row, GateRow? now)
    {
        if (now is null)
        {
            yield return new(row.Name, null, row.Skipped ?? "the cores were far apart in every round");
            yield break;
        }

        if (baseline.Find(processor, row.Name) is not { } found)
        {
            yield return new(row.Name, false, "is not in the baseline; 'gate --update' adds it");
            yield break;
        }

        yield return Time(row.Name, found.Before, now, found.IsSameProcessor);
        yield return Bytes(row.Name, found.Before, now);
    }

    private static GateVerdict Time(string name, GateRow before, GateRow now, bool isSameProcessor)
    {
        double tolerance = isSameProcessor ? SameProcessorTolerance : OtherProcessorTolerance;
        string whose = isSameProcessor ? "" : " (of another processor)";
        return new(name, now.Time <= before.Time * (1 + tolerance), string.Create(
            CultureInfo.InvariantCulture,
            $"time   before {before.Time,8:0.000} × {before.Reference}{whose}, now {now.Time,8:0.000}, change {((now.Time / before.Time) - 1) * 100,5:+0;-0;0} %, tolerance +{tolerance * 100:0} %"));
    }

    private static GateVerdict Bytes(string name, GateRow before, GateRow now) => new(name, now.AllocatedBytes <= before.AllocatedBytes, string.Create(
        CultureInfo.InvariantCulture,
        $"bytes  before {before.AllocatedBytes,8:N0} a round, now {now.AllocatedBytes,8:N0}, tolerance none"));
}
