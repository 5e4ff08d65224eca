namespace LowLatency.Latency.Machine;

/// <summary>Which cores are measured on.</summary>
internal static class MeasuringCores
{
    /// <summary>The last two the process may use, the last of them first: interrupts go to the first core of a machine as a rule. One if there is but one.</summary>
    public static int[] Choose(int[] allowed) => allowed.Length == 0 ? [0] : [.. allowed.Reverse().Take(2)];
}
