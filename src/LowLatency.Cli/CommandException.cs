namespace LowLatency.Cli;

/// <summary>Ends a command with an exit code and one line per fault.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="lines">One line per fault.</param>
internal sealed class CommandException(int exitCode, params IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>One line per fault.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;

    /// <summary>Wrong usage or input.</summary>
    public static CommandException Usage(params IReadOnlyList<string> lines) => new(Cli.ExitCode.Usage, lines);

    /// <summary>A run that failed.</summary>
    public static CommandException Failed(params IReadOnlyList<string> lines) => new(Cli.ExitCode.Failed, lines);
}
