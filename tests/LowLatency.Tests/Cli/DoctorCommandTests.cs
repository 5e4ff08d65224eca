using System.Text.Json;
using LowLatency.Primitives.Threading;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.Cli;

/// <summary><c>lowlatency doctor</c>: plain text and JSON of this host and of copies of others.</summary>
public class DoctorCommandTests
{
    private static readonly string[] Settings =
    [
        "allowed-cores", "isolated-cores", "hyper-threading", "interrupts", "kernel-work", "frequency-governor", "idle-states", "clock-source", "stolen-time",
        "real-time", "timer-slack", "transparent-huge-pages", "huge-pages", "locked-memory", "swap", "numa-balancing", "tiered-compilation", "garbage-collector",
    ];

    [Fact]
    public void A_copy_of_a_tuned_host_is_shown_and_not_measured()
    {
        using FakeHost host = FakeHost.Tuned();
        CommandRun run = CommandRun.Of("doctor", "--sysroot", host.Root);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Contains("system         Linux, kernel 6.12.0", lines);
        Assert.Contains("processor      Made-up 9000", lines);
        Assert.Contains("runtime        unknown", lines);
        Assert.Contains("cores to keep  2-3", lines);
        Assert.Contains("2           0         2  2         of core 0, 32768K     0  allowed, isolated, tickless", lines);
        Assert.Contains("interrupts              good     0 of 2 may hit isolated cores 2-3", lines);
        Assert.Contains("    sudo native-config/tune apply --huge-pages 512 huge-pages", lines);
        Assert.DoesNotContain("round trip", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void Strict_fails_where_a_setting_differs()
    {
        using FakeHost untuned = FakeHost.Untuned();
        Assert.Equal(0, CommandRun.Of("doctor", "--sysroot", untuned.Root).ExitCode);
        Assert.Equal(1, CommandRun.Of("doctor", "--strict", "--sysroot", untuned.Root).ExitCode);
    }

    [Fact]
    public void A_host_that_tells_nothing_is_no_failure()
    {
        using FakeHost host = FakeHost.Silent();
        CommandRun run = CommandRun.Of("doctor", "--sysroot", host.Root);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("swap                    unknown  there is no /proc/sys/vm/swappiness", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_settings_cores_gaps_and_round_trips()
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.Of("doctor", "--duration", "0.02", "--json", folder["d.json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder["d.json"]));
        JsonElement root = json.RootElement;
        IReadOnlyList<int> cores = CpuTopology.Read().Allowed;
        Assert.Equal(["system", "runtime", "cores", "settings", "jitter", "roundTrips"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal(Settings, root.GetProperty("settings").EnumerateArray().Select(one => one.GetProperty("setting").GetString()));
        Assert.Equal(cores, root.GetProperty("jitter").EnumerateArray().Select(one => one.GetProperty("core").GetInt32()));
        Assert.Equal(cores.Count * (cores.Count - 1) / 2, root.GetProperty("roundTrips").GetArrayLength());
        Assert.All(root.GetProperty("jitter").EnumerateArray(), one => Assert.Equal(
            ["core", "fault", "realTimePriority", "watchedNs", "gaps", "percentilesNs", "largestNs", "longerThanNs", "lostPercent"],
            one.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public void Cores_outside_the_process_are_refused_each_by_name()
    {
        if (CpuTopology.Read() is not { Cores.Count: > 0 } topology)
        {
            return;
        }

        string all = CpuList.Format(topology.Cores.Select(core => core.Id));
        CommandRun run = CommandRun.Of("doctor", "--cores", "8000-8001");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal([.. Enumerable.Range(8000, 2).Select(core => $"lowlatency: --cores={core} does not exist: this host has cores {all}")], run.ErrorLines);
    }
}
