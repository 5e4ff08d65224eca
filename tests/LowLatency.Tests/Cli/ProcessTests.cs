using System.Diagnostics;
using Xunit;

namespace LowLatency.Tests.Cli;

/// <summary>The command as a process of its own: exit codes, streams, and no control codes where there is no terminal.</summary>
public class ProcessTests
{
    [Theory]
    [InlineData(0, "replay", "--events", "5000")]
    [InlineData(2, "replay", "--strategy", "guess")]
    [InlineData(2, "inspect", "no-such-file")]
    [InlineData(0, "--version")]
    public async Task Ends_with_its_exit_code_and_plain_text(int expected, params string[] args)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(LowLatency.Cli.CommandLine).Assembly.Location);
        Array.ForEach(args, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        Task<string> reading = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        string error = await reading;
        await process.WaitForExitAsync();
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(expected == 0, error.Length == 0);
        Assert.Equal(expected == 0, output.Length > 0);
        Assert.DoesNotContain('\u001b', output + error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
