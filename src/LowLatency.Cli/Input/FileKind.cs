namespace LowLatency.Cli.Input;

/// <summary>The kinds of files the command reads.</summary>
internal enum FileKind
{
    /// <summary>The project's own recording of market data.</summary>
    Recording,

    /// <summary>An order flow for the matching engine.</summary>
    OrderFlow,

    /// <summary>A foreign market-data file.</summary>
    Feed,
}
