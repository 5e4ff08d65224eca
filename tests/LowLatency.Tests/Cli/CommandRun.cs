using LowLatency.Cli;

namespace LowLatency.Tests.Cli;

/// <summary>A command line run inside this process.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it printed on the error output.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it.</summary>
    public static CommandRun Of(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = CommandLine.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The lines of the error output.</summary>
    public IReadOnlyList<string> ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of a name in the plain table of facts.</summary>
    public string Fact(string name) =>
        Output.Split(Environment.NewLine).First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..].Trim();
}
