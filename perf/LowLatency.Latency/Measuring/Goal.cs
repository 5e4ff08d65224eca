using System.Globalization;

namespace LowLatency.Latency.Measuring;

/// <summary>A bound on a figure of a row: the median, a percentile, or one of them against the reference of the same run.</summary>
/// <param name="Of">Which figure.</param>
/// <param name="IsLeast">Whether the bound is the least that is asked for; otherwise the most.</param>
/// <param name="Bound">Operations per second, nanoseconds, bytes, or a multiple.</param>
internal sealed record Goal(GoalFigure Of, bool IsLeast, double Bound)
{
    public static Goal AtLeast(GoalFigure of, double bound) => new(of, true, bound);

    public static Goal AtMost(GoalFigure of, double bound) => new(of, false, bound);

    /// <summary>Whether it is met; null where the row has no such figure.</summary>
    public bool? IsMet(double? found) => found is not { } value ? null : IsLeast ? value >= Bound : value <= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Of)} {(IsLeast ? '≥' : '≤')} {Bound:#,0.##}");

    private static string NameOf(GoalFigure figure) => figure switch
    {
        GoalFigure.Median => "median",
        GoalFigure.P50 => "p50",
        GoalFigure.P99 => "p99",
        GoalFigure.P999 => "p99.9",
        GoalFigure.Ratio => "ratio",
        GoalFigure.Beyond => "beyond",
        GoalFigure.P50Ratio => "p50 ratio",
        GoalFigure.P99Ratio => "p99 ratio",
        _ => "bytes",
    };
}
