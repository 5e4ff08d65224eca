using System.Runtime.CompilerServices;

namespace LowLatency.Benchmarks.Micro;

/// <summary>What a benchmark must have done, checked after it ran.</summary>
internal static class MicroCheck
{
    public static void Require(bool holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        if (!holds)
        {
            throw new InvalidOperationException($"the benchmark did not do its work: {what}");
        }
    }
}
