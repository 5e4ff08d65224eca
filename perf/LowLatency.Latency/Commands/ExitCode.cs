namespace LowLatency.Latency.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>A benchmark did not do its work, or the gate found something slower.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or input: nothing was measured.</summary>
    public const int Usage = 2;
}
