using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.NativeConfig;

/// <summary>House rules of the scripts and units.</summary>
public class NativeConfigTests
{
    private static string[] Settings => [.. Directory.GetFiles(Path.Combine(ToolRun.NativeConfig, "settings")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    [ToolFact("shellcheck")]
    public void The_scripts_are_clean()
    {
        string[] scripts = [Path.Combine(ToolRun.NativeConfig, "tune"), .. Directory.GetFiles(ToolRun.NativeConfig, "*.sh", SearchOption.AllDirectories)];
        Assert.Equal([], ToolRun.Of("", "shellcheck", ["-x", .. scripts]).Output);
    }

    [Fact]
    public void Every_setting_says_what_it_is_how_it_is_undone_and_stands_in_the_readme()
    {
        string readme = File.ReadAllText(Path.Combine(ToolRun.NativeConfig, "README.md"));
        foreach (string setting in Settings)
        {
            string[] lines = File.ReadAllLines(Path.Combine(ToolRun.NativeConfig, "settings", setting + ".sh"));
            string[] comment = [.. lines.Skip(1).TakeWhile(line => line.StartsWith('#'))];
            Assert.Equal("# shellcheck shell=bash", lines[0]);
            Assert.True(comment.Length >= 3, $"{setting}: says what, why and how it is set and undone");
            Assert.Contains("ndone", string.Concat(comment), StringComparison.Ordinal);
            Assert.StartsWith("heading \"", lines[comment.Length + 1], StringComparison.Ordinal);
            Assert.Contains($"| `{setting}` |", readme, StringComparison.Ordinal);
        }
    }

    [ToolFact("systemd-analyze")]
    public void The_units_are_sound()
    {
        using TemporaryFolder folder = new();
        string[] units = [.. Directory.GetFiles(ToolRun.NativeConfig, "*.service").Select(unit => folder.File(Path.GetFileName(unit)))];
        foreach (string unit in units)
        {
            IEnumerable<string> lines = File.ReadLines(Path.Combine(ToolRun.NativeConfig, Path.GetFileName(unit)));
            File.WriteAllLines(unit, lines.Select(line => line.StartsWith("ExecStart=", StringComparison.Ordinal) ? "ExecStart=/bin/true" : line));
        }

        ToolRun run = ToolRun.Of("", "systemd-analyze", ["verify", .. units]);
        Assert.Equal(([], 0), (run.Error.Where(line => line.Contains("lowlatency", StringComparison.Ordinal)), run.ExitCode));
    }
}
