using System.Text.Json;
using System.Text.RegularExpressions;
using LowLatency.Primitives.Threading;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Cli;

public partial class ReplayCommandTests
{
    private const string Itch = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";

    private static readonly string[] Session = ["--events", "20000"];

    [Fact]
    public void The_generated_session_trades_and_prints_the_same_hash_every_time_on_both_topologies()
    {
        CommandRun first = CommandRun.Of(["replay", .. Session]);
        CommandRun again = CommandRun.Of(["replay", .. Session]);
        CommandRun pinned = CommandRun.Of(["replay", .. Session, "--topology", "pinned"]);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal("20,000", first.Fact("market events"));
        Assert.NotEqual("0", first.Fact("fills"));
        Assert.Matches("^[0-9a-f]{64}$", first.Fact("outputHash"));
        Assert.Equal(first.Fact("outputHash"), again.Fact("outputHash"));
        Assert.Equal(first.Fact("outputHash"), pinned.Fact("outputHash"));
        Assert.DoesNotContain('\u001b', first.Output);
    }

    [Fact]
    public void A_written_session_gives_the_hash_of_the_embedded_one()
    {
        using TemporaryFolder folder = new();
        CommandRun generate = CommandRun.Of(["generate", "--out", folder["s.llr"], "--seed", "7", .. Session]);
        Assert.Equal((0, "20,000"), (generate.ExitCode, generate.Fact("records")));
        Assert.Equal(
            CommandRun.Of(["replay", "--seed", "7", .. Session]).Fact("outputHash"),
            CommandRun.Of("replay", folder["s.llr"]).Fact("outputHash"));
    }

    [Theory]
    [InlineData("slicing")]
    [InlineData("momentum")]
    public void Every_strategy_fills(string strategy)
    {
        CommandRun run = CommandRun.Of(["replay", "--strategy", strategy, "--symbol", "ROWAN", .. Session]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("0", run.Fact("fills"));
        Assert.Equal($"{strategy}-ROWAN", run.Fact("strategies"));
    }

    [Fact]
    public void The_json_has_the_stable_names_and_what_is_printed()
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.Of(["replay", "--symbol", "BIRCH", "--json", folder["json"], .. Session]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(folder["json"]));
        JsonElement json = document.RootElement;
        Assert.Equal(
            [
                "input", "topology", "startTimeNs", "endTimeNs", "marketEvents", "orders", "cancels", "replaces", "acks", "fills", "canceled", "expired", "replaced", "reports",
                "rejects", "cancelRejects", "position", "fees", "realizedPnl", "unrealizedPnl", "positions", "openOrders", "requestsInFlight", "reportsInFlight", "bookFaults",
                "alarms", "elapsedNs", "eventsPerSecond", "allocatedBytes", "latency", "outputHash",
            ],
            json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["sequence", "validate", "risk", "route", "submit", "report", "orderToVenue"],
            json.GetProperty("latency").EnumerateObject().Select(member => member.Name));
        Assert.Equal(run.Fact("fills"), json.GetProperty("fills").GetInt64().ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(run.Fact("realized profit"), json.GetProperty("realizedPnl").GetRawText());
        Assert.Equal(run.Fact("unrealized profit"), json.GetProperty("unrealizedPnl").GetRawText());
        Assert.Equal(run.Fact("fees"), json.GetProperty("fees").GetRawText());
        Assert.Equal(run.Fact("outputHash"), json.GetProperty("outputHash").GetString());
        JsonElement position = Assert.Single(json.GetProperty("positions").EnumerateArray().ToArray());
        Assert.Equal("BIRCH", position.GetProperty("symbol").GetString());
        Assert.Equal(json.GetProperty("position").GetRawText(), position.GetProperty("position").GetRawText());
        Assert.Equal(json.GetProperty("orders").GetInt64(), json.GetProperty("latency").GetProperty("orderToVenue").GetProperty("count").GetInt64());
    }

    [Fact]
    public void The_documented_members_are_the_ones_written()
    {
        using TemporaryFolder folder = new();
        CommandRun.Of(["replay", "--json", folder["json"], .. Session]);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(folder["json"]));
        IEnumerable<string> documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "formats", "replay-json.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]).Select(name => name.Groups[1].Value));
        Assert.Equal(documented.Order(StringComparer.Ordinal), document.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_configurations_run_and_agree()
    {
        CommandRun yaml = CommandRun.Of(["replay", "--config", Path.Combine(Repository.Root, "samples", "replay.yaml"), .. Session]);
        CommandRun json = CommandRun.Of(["replay", "--config", Path.Combine(Repository.Root, "samples", "replay.json"), .. Session]);
        Assert.Equal((0, ""), (yaml.ExitCode, yaml.Error));
        Assert.Equal("quoter, slicer, trend", yaml.Fact("strategies"));
        Assert.Equal(yaml.Fact("outputHash"), json.Fact("outputHash"));
    }

    [Fact]
    public void A_wrong_configuration_is_told_whole()
    {
        using TemporaryFolder folder = new();
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "replay.yaml"));
        File.WriteAllText(folder["c.yaml"], sample.Replace("makerFee: -0.00001", "makrFee: 0.00001", StringComparison.Ordinal).Replace("takerFee: 0.00003", "takerFee: 3", StringComparison.Ordinal));
        CommandRun run = CommandRun.Of("replay", "--config", folder["c.yaml"]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(i => (string[])
            [
                $"lowlatency: {folder["c.yaml"]}: venues[0].listings[{i}].takerFee=3 must be a number, -0.1 to 0.1 with at most 8 decimals",
                $"lowlatency: {folder["c.yaml"]}: venues[0].listings[{i}].makrFee is no setting; did you mean makerFee?",
            ]),
            run.ErrorLines);
    }

    [Fact]
    public void Settings_that_do_not_fit_the_recording_are_told()
    {
        using TemporaryFolder folder = new();
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "replay.yaml"));
        File.WriteAllText(folder["model.yaml"], sample.Replace("model: auto", "model: riskAverseQueue", StringComparison.Ordinal));
        File.WriteAllText(folder["lot.yaml"], sample.Replace("size: 100", "size: 100.5", StringComparison.Ordinal));
        Assert.Equal(
            [.. ((string[])["BIRCH", "CEDAR", "ROWAN"]).Select(symbol =>
                $"lowlatency: configuration: venues[0].model=RiskAverseQueue does not fit symbol={symbol}, of which the recording has Orders: it needs PriceTime")],
            Refused("--config", folder["model.yaml"]));
        Assert.Equal(
            ["lowlatency: configuration: strategies[0]: strategy quoter cannot be built: size=100.5 must be a multiple of lotSize=1"],
            Refused("--config", folder["lot.yaml"]));
        Assert.Equal(
            ["lowlatency: replay: symbol=AAPL is not in the recording, which has ALDER, BIRCH, CEDAR, ROWAN"],
            Refused("--symbol", "AAPL"));
        Assert.Equal(["lowlatency: --core=1 needs --topology pinned"], Refused("--core", "1", "--topology", "inline"));
        Assert.Equal(["lowlatency: --core=auto needs --topology pinned"], Refused("--core", "auto", "--topology", "inline"));
    }

    [Fact]
    public void A_core_that_is_not_there_is_refused_before_anything_runs()
    {
        if (CpuTopology.Read() is not { Cores.Count: > 0 } topology)
        {
            return;
        }

        using TemporaryFolder folder = new();
        string fault = $"=1023 does not exist: this host has cores {CpuList.Format(topology.Cores.Select(core => core.Id))}";
        string sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "replay.yaml"));
        File.WriteAllText(folder["core.yaml"], sample.Replace("topology: inline", "topology: pinned", StringComparison.Ordinal).Replace("# core: 1 ", "core: 1023 ", StringComparison.Ordinal));
        Assert.Equal([$"lowlatency: --core{fault}"], Refused("--core", "1023"));
        Assert.Equal([$"lowlatency: configuration: engine.core{fault}"], Refused("--config", folder["core.yaml"]));
    }

    [Fact]
    public void A_core_is_chosen_where_that_is_asked_for()
    {
        if (!CpuTopology.Read().TryChoose(new CoreRequest(1), out int[] cores, out _))
        {
            return;
        }

        CommandRun chosen = CommandRun.Of(["replay", .. Session, "--core", "auto"]);
        Assert.Equal((0, ""), (chosen.ExitCode, chosen.Error));
        Assert.Contains($"core {cores[0]},", chosen.Output, StringComparison.Ordinal);
        Assert.Equal(CommandRun.Of(["replay", .. Session]).Fact("outputHash"), chosen.Fact("outputHash"));
    }

    private static IReadOnlyList<string> Refused(params string[] args)
    {
        CommandRun run = CommandRun.Of(["replay", .. Session, .. args]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        return run.ErrorLines;
    }

    [SharedFact(Itch)]
    public void Aapl_is_imported_on_the_fly_or_before_with_the_same_result()
    {
        using TemporaryFolder folder = new();
        string file = SharedData.PathOf(Itch);
        CommandRun direct = CommandRun.Of("replay", file, "--json", folder["json"]);
        Assert.Equal((0, ""), (direct.ExitCode, direct.Error));
        CommandRun.Of("import", file, "--out", folder["a.llr"]);
        Assert.Equal(direct.Fact("outputHash"), CommandRun.Of("replay", folder["a.llr"]).Fact("outputHash"));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder["json"]));
        Assert.True(json.RootElement.GetProperty("fills").GetInt64() > 0);
        Assert.InRange(json.RootElement.GetProperty("position").GetDecimal(), -1_000, 1_000);
    }

    [Fact]
    public void A_warm_up_of_other_instruments_is_refused()
    {
        using TemporaryFolder folder = new();
        CommandRun.Of(["generate", "--out", folder["s.llr"], .. Session]);
        File.WriteAllBytes(folder["f.itch"], [0, 36, (byte)'A', 0, 7, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'B', 0, 0, 0, 1, .. "TEST    "u8, 0, 1, 0, 0]);
        CommandRun run = CommandRun.Of("replay", folder["f.itch"], "--warmup", folder["s.llr"]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            ["lowlatency: configuration: warmUp.instruments=ALDER(0.01,1),BIRCH(0.01,1),CEDAR(0.01,1),ROWAN(0.01,1) must be the engine's TEST(0.0001,1)"],
            run.ErrorLines);
    }

    [SharedFact("data/binance/btcusdt_20240719.gz", "data/binance/btcusdt_20240718.gz")]
    public void Btcusdt_is_warmed_up_and_traded()
    {
        CommandRun run = CommandRun.Of("replay", SharedData.PathOf("data/binance/btcusdt_20240719.gz"), "--warmup", SharedData.PathOf("data/binance/btcusdt_20240718.gz"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("0", run.Fact("fills"));
        Assert.Equal("quoting-BTCUSDT", run.Fact("strategies"));
    }

    [GeneratedRegex("`([a-zA-Z]+)`")]
    private static partial Regex Name();
}
