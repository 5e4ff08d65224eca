namespace LowLatency.Cli;

/// <summary>What the process ends with.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>It began, and failed or could not use all of its input; what is printed says what is missing.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage, configuration or input: nothing was run.</summary>
    public const int Usage = 2;
}
