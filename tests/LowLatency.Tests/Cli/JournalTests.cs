using System.Text.Json;
using Xunit;

namespace LowLatency.Tests.Cli;

/// <summary>A replay's journal, written and fed back.</summary>
public class JournalTests
{
    private static readonly string[] Session = ["--events", "20000"];

    [Theory]
    [InlineData("quoting")]
    [InlineData("slicing")]
    [InlineData("momentum")]
    public void Fed_back_it_gives_the_same_reports_and_the_same_money(string strategy)
    {
        using TemporaryFolder folder = new();
        CommandRun written = CommandRun.Of(["replay", "--strategy", strategy, "--write-journal", folder["j"], "--json", folder["written"], .. Session]);
        CommandRun without = CommandRun.Of(["replay", "--strategy", strategy, .. Session]);
        CommandRun back = CommandRun.Of("replay", "--journal", folder["j"], "--json", folder["back"]);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Equal(without.Fact("outputHash"), written.Fact("outputHash"));
        Assert.Equal(written.Fact("outputHash"), back.Fact("outputHash"));
        string[] same = ["orders", "cancels", "replaces", "acks", "fills", "reports", "rejects", "cancelRejects", "position", "fees", "realizedPnl", "unrealizedPnl", "positions", "openOrders"];
        Assert.Equal(Members(folder["written"], same), Members(folder["back"], same));
    }

    [Fact]
    public void The_configuration_names_the_journal_and_one_that_is_there_is_kept()
    {
        using TemporaryFolder folder = new();
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "replay.yaml"));
        File.WriteAllText(folder["c.yaml"], $"{sample}\njournal: {{ path: '{folder["j"]}' }}\n");
        CommandRun first = CommandRun.Of(["replay", "--config", folder["c.yaml"], .. Session]);
        byte[] journal = File.ReadAllBytes(folder["j"]);
        CommandRun second = CommandRun.Of(["replay", "--config", folder["c.yaml"], .. Session]);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal((2, ""), (second.ExitCode, second.Output));
        Assert.Equal([$"lowlatency: {folder["j"]}: is there already, and a journal is not overwritten"], second.ErrorLines);
        Assert.Equal(journal, File.ReadAllBytes(folder["j"]));
        Assert.Equal(first.Fact("outputHash"), CommandRun.Of("replay", "--journal", folder["j"]).Fact("outputHash"));
    }

    [Fact]
    public void A_torn_tail_is_left_out_and_reported()
    {
        using TemporaryFolder folder = new();
        CommandRun.Of(["replay", "--write-journal", folder["j"], .. Session]);
        byte[] journal = File.ReadAllBytes(folder["j"]);
        File.WriteAllBytes(folder["torn"], journal[..^20]);
        CommandRun whole = CommandRun.Of("replay", "--journal", folder["j"]);
        CommandRun torn = CommandRun.Of("replay", "--journal", folder["torn"]);
        Assert.Equal(0, torn.ExitCode);
        string line = Assert.Single(torn.ErrorLines);
        Assert.Matches($"^lowlatency: .*torn: [0-9]+ bytes after event [0-9]+ are torn and were left out$", line);
        Assert.NotEqual(whole.Fact("input"), torn.Fact("input"));
        Assert.Equal(whole.Fact("orders"), torn.Fact("orders"));
    }

    [Fact]
    public void What_is_no_journal_is_refused()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["odd"], new byte[4096]);
        CommandRun odd = CommandRun.Of("replay", "--journal", folder["odd"]);
        Assert.Equal((2, ""), (odd.ExitCode, odd.Output));
        Assert.Equal([$"lowlatency: {folder["odd"]} is no journal: it does not begin with LLJRNL02"], odd.ErrorLines);
        CommandRun missing = CommandRun.Of("replay", "--journal", folder["missing"]);
        Assert.Equal([$"lowlatency: {folder["missing"]}: there is no such file"], missing.ErrorLines);
    }

    private static IEnumerable<string> Members(string path, string[] names)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. names.Select(name => $"{name}: {JsonSerializer.Serialize(json.RootElement.GetProperty(name))}")];
    }
}
