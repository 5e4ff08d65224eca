using Xunit;

namespace LowLatency.Tests.Cli;

/// <summary>Wrong command lines and wrong files: one clear line each, nothing on the output, exit code 2.</summary>
public class UsageTests
{
    public static TheoryData<string[], string[]> WrongLines => new()
    {
        { [], ["Required command was not provided.", "'lowlatency --help' shows the usage"] },
        { ["mach"], ["Required command was not provided.", "Unrecognized command or argument 'mach'.", "'lowlatency --help' shows the usage"] },
        { ["match"], ["Required argument 'FILE' missing for command: 'match'.", "'lowlatency match --help' shows the usage"] },
        { ["match", "a", "--passes", "0"], ["--passes=0 must be 1 to 1000", "'lowlatency match --help' shows the usage"] },
        { ["inspect", "a", "--fast"], ["Unrecognized command or argument '--fast'.", "'lowlatency inspect --help' shows the usage"] },
        { ["book", "a", "--bbo", "b"], ["Option '--symbol' is required.", "'lowlatency book --help' shows the usage"] },
        { ["replay", "--strategy", "guess"], ["--strategy=guess must be one of quoting, slicing, momentum", "'lowlatency replay --help' shows the usage"] },
        { ["replay", "--core", "-1"], ["--core=-1 must be auto, or 0 to 1023", "'lowlatency replay --help' shows the usage"] },
        { ["replay", "--events", "10"], ["--events=10 must be 1000 to 549755813888", "'lowlatency replay --help' shows the usage"] },
        {
            ["replay", "a", "--config", "b", "--symbol", "S", "--seed", "2"],
            [
                "--symbol cannot be given with --config, which says it all",
                "--seed is for the generated session and cannot be given with a file",
                "'lowlatency replay --help' shows the usage",
            ]
        },
        {
            ["replay", "a", "--journal", "j", "--core", "1"],
            [
                "RECORDING cannot be given with --journal, which has it all",
                "--core cannot be given with --journal, which has it all",
                "'lowlatency replay --help' shows the usage",
            ]
        },
        { ["doctor", "--duration", "61"], ["--duration=61 must be 0 to 60", "'lowlatency doctor --help' shows the usage"] },
        { ["doctor", "--duration", "NaN"], ["--duration=NaN must be 0 to 60", "'lowlatency doctor --help' shows the usage"] },
        { ["doctor", "--cores", "3-1"], ["--cores=3-1 must be a list of cores like 2-3,6", "'lowlatency doctor --help' shows the usage"] },
        { ["doctor", "--sysroot", "nowhere"], ["nowhere: there is no such folder"] },
        { ["import", "a", "--out", "b", "--date", "30.12.2019"], ["--date=30.12.2019 must be a date, YYYY-MM-DD", "'lowlatency import --help' shows the usage"] },
    };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public void A_wrong_command_line_is_told(string[] args, string[] expected)
    {
        CommandRun run = CommandRun.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(expected.Select(line => "lowlatency: " + line), run.ErrorLines);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("match")]
    [InlineData("inspect")]
    [InlineData("book --symbol AAPL --bbo out")]
    [InlineData("import --out out")]
    [InlineData("replay")]
    [InlineData("replay --warmup")]
    public void A_file_that_cannot_be_used_is_told(string line)
    {
        string[] command = line.Split(' ');
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["empty"], []);
        File.WriteAllBytes(folder["odd"], [0xff, 0x1b, (byte)'[', (byte)'x', 0, 1, 2]);
        AssertRefused(command, folder["missing"], "there is no such file");
        AssertRefused(command, Path.GetDirectoryName(folder["x"])!, "is a directory, not a file");
        AssertRefused(command, folder["empty"], "the file is empty");
        AssertRefused(
            command,
            folder["odd"],
            "not recognised: it begins with FF1B5B78000102 '..[x...'; known are LowLatency recording, Binance USD-M futures stream, NASDAQ ITCH 5.0 and order-flow files");
        Assert.Equal(["empty", "odd"], folder.Names);

        static void AssertRefused(string[] command, string path, string why)
        {
            CommandRun run = CommandRun.Of([.. command, path]);
            Assert.Equal(2, run.ExitCode);
            Assert.Equal([$"lowlatency: {path}: {why}"], run.ErrorLines);
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("import")]
    [InlineData("inspect")]
    [InlineData("book")]
    [InlineData("match")]
    [InlineData("generate")]
    [InlineData("doctor")]
    public void Every_command_has_help(string command)
    {
        CommandRun run = CommandRun.Of(command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"lowlatency {command}", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }
}
