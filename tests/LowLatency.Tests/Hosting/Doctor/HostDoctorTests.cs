using LowLatency.Hosting.Doctor;
using LowLatency.Testing;
using LowLatency.Testing.Hosts;
using LowLatency.Tests.NativeConfig;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Hosting.Doctor;

/// <summary>What the doctor says of made-up hosts.</summary>
public class HostDoctorTests(ITestOutputHelper output)
{
    private static readonly RuntimeSettings Quiet = new()
    {
        Version = ".NET",
        TieredCompilation = false,
        TieredPgo = false,
        ReadyToRun = true,
        ServerGc = false,
        ConcurrentGc = false,
        ConserveMemory = 0,
    };

    private static readonly RuntimeSettings Stock = Quiet with { TieredCompilation = true, TieredPgo = true, ConcurrentGc = true, ServerGc = true, ConserveMemory = 5 };

    [Fact]
    public void A_host_as_it_is_installed()
    {
        using FakeHost host = FakeHost.Untuned();
        Assert.Equal(
            [
                "allowed-cores good 0-3 of 0-3",
                "isolated-cores differs isolated none, tickless none, without kernel callbacks none > sudo native-config/tune apply --cores 1-2 isolated-cores",
                "hyper-threading good no core has a sibling",
                "interrupts differs no core is isolated; 2 interrupts may hit any of those they are allowed > sudo native-config/tune apply --cores 1-2 interrupts",
                "kernel-work differs stat_interval=1 s, nmi_watchdog=1 > sudo native-config/tune apply kernel-work",
                "frequency-governor differs powersave on cores 0-3 > sudo native-config/tune apply frequency-governor",
                "idle-states differs C6 (170 µs) on cores 0-3 > sudo native-config/tune apply --cores 1-2 idle-states",
                "clock-source differs hpet, tsc is offered > sudo native-config/tune apply clock-source",
                "stolen-time good 0.000 % since the host was started",
                "real-time differs sched_rt_runtime_us=950000 of 1000000, priority up to 0 > sudo native-config/tune apply real-time, or LimitRTPRIO=80 in the unit",
                "timer-slack differs 50000 ns > sudo native-config/tune apply timer-slack, or TimerSlackNSec=1 in the unit",
                "transparent-huge-pages differs enabled=always, defrag=always, khugepaged/defrag=1 > sudo native-config/tune apply transparent-huge-pages",
                "huge-pages note 0 of 2048 kB reserved > sudo native-config/tune apply --huge-pages 512 huge-pages",
                "locked-memory differs 8388608 bytes > sudo native-config/tune apply locked-memory, or LimitMEMLOCK=infinity in the unit",
                "swap differs swappiness=60, swap on /dev/sda2 > sudo native-config/tune apply swap",
                "numa-balancing good numa_balancing=0, nodes=1",
                "tiered-compilation differs on, with counting on, ahead-of-time code on > <TieredCompilation>false</TieredCompilation> in the host's project, or warm it with orders before the session",
                "garbage-collector differs server, concurrent, conserve memory 5 > "
                    + "<ServerGarbageCollection>false</ServerGarbageCollection> in the host's project, and no GCConserveMemory",
            ],
            Examine(host, Stock));
    }

    [Fact]
    public void A_tuned_host()
    {
        using FakeHost host = FakeHost.Tuned();
        Assert.Equal(
            [
                "allowed-cores good 0-3 of 0-3",
                "isolated-cores good isolated 2-3, tickless 2-3, without kernel callbacks 2-3",
                "hyper-threading good no core has a sibling",
                "interrupts good 0 of 2 may hit isolated cores 2-3",
                "kernel-work good stat_interval=120 s, nmi_watchdog=0",
                "frequency-governor good performance on cores 0-3",
                "idle-states good none above 10 µs",
                "clock-source good tsc",
                "stolen-time good 0.000 % since the host was started",
                "real-time good sched_rt_runtime_us=-1 of 1000000, priority up to 80",
                "timer-slack good 1 ns",
                "transparent-huge-pages good enabled=madvise, defrag=madvise, khugepaged/defrag=0",
                "huge-pages note 512 of 2048 kB reserved > sudo native-config/tune apply --huge-pages 512 huge-pages",
                "locked-memory good unlimited",
                "swap good swappiness=0, no swap",
                "numa-balancing good numa_balancing=0, nodes=1",
                "tiered-compilation good off",
                "garbage-collector good workstation, not concurrent, conserve memory 0",
            ],
            Examine(host, Quiet));
    }

    [Fact]
    public void Two_nodes_with_hyper_threading()
    {
        using FakeHost host = FakeHost.TwoNodes();
        IReadOnlyList<string> findings = Examine(host, Quiet);
        Assert.Contains("hyper-threading note siblings are 0,8; 1,9; 2,10; 3,11; … > isolate siblings together and leave one of each pair idle", findings);
        Assert.Contains("numa-balancing differs numa_balancing=1, nodes=2 > sudo native-config/tune apply numa-balancing", findings);
        Assert.Contains(
            "interrupts differs 2 of 2 may hit isolated cores 6-7,14-15: 24, 25 > sudo native-config/tune apply --cores 6-7,14-15 interrupts",
            findings);
        host.Write("/sys/devices/system/cpu/isolated", "6-7");
        Assert.Contains(
            "hyper-threading differs siblings of isolated cores are not isolated: 14-15 > sudo native-config/tune apply --cores 6-7,14-15 isolated-cores",
            Examine(host, Quiet));
        host.Write("/sys/devices/system/cpu/isolated", "");
        Assert.Equal("1-3,9-11", View(host, Quiet).KeptCores);
    }

    [Fact]
    public void A_container_says_what_it_may_use_and_what_it_cannot_see()
    {
        using FakeHost host = FakeHost.Container();
        IReadOnlyList<string> findings = Examine(host, Quiet);
        Assert.Contains("allowed-cores good 5-6 of 0-7", findings);
        Assert.Contains("garbage-collector good workstation, not concurrent, conserve memory 0", findings);
        Assert.Contains("interrupts unknown there is no /proc/irq/*/smp_affinity_list that may be read", findings);
        Assert.Contains(
            "frequency-governor unknown there is no /sys/devices/system/cpu/cpu0/cpufreq/scaling_governor; in a virtual machine whoever runs the host decides",
            findings);
        host.WithProcess("5").Write("/sys/fs/cgroup/cpuset.cpus.effective", "5");
        Assert.Contains("allowed-cores differs 5 of 0-7 > widen the cpuset of the container or service, or start without taskset", Examine(host, Quiet));
    }

    [Fact]
    public void A_host_that_tells_nothing_is_unknown_with_a_reason_each()
    {
        using FakeHost host = FakeHost.Silent();
        IReadOnlyList<HostFinding> findings = HostDoctor.Examine(View(host, null));
        Assert.Equal(18, findings.Count);
        Assert.All(findings, finding => Assert.Equal((finding.Setting, FindingState.Unknown, null), (finding.Setting, finding.State, finding.Mend)));
        Assert.All(findings, finding => Assert.Matches("there is no |no core|neither", finding.Value));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Effect));
    }

    [Theory]
    [InlineData("cpu  10 0 10 79 0 0 0 1 0 0", "stolen-time differs 1.000 % since the host was started > ask whoever runs the host for dedicated cores")]
    [InlineData("cpu  10 0 10", "stolen-time unknown /proc/stat has no line cpu ")]
    [InlineData("intr 1", "stolen-time unknown /proc/stat has no line cpu ")]
    public void Stolen_time_is_a_share_of_all(string stat, string expected)
    {
        using FakeHost host = FakeHost.Untuned().Write("/proc/stat", stat);
        Assert.Contains(expected, Examine(host, Quiet));
    }

    [Fact]
    public void The_right_to_raise_priorities_counts_as_permission()
    {
        using FakeHost host = FakeHost.Tuned().WithProcess("0-3").Write("/proc/self/status", "CapEff:\t0000000000800000");
        Assert.Contains("real-time good sched_rt_runtime_us=-1 of 1000000, priority any (CAP_SYS_NICE)", Examine(host, Quiet));
    }

    [Fact]
    public void Damaged_files_never_stop_it()
    {
        using FakeHost origin = FakeHost.Tuned();
        ulong seed = (ulong)Environment.TickCount64;
        output.WriteLine($"seed={seed}");
        SplitMix64 random = new(seed);
        string[] garbage = ["", "\0\0\0", "-", "99999999999999999999999", "[", "]x[", "a,b", "0-", "\n\n\n", new string('9', 5000), "madvise [", "-1 -1 -1", "é"];
        foreach (string path in Directory.GetFiles(origin.Root, "*", SearchOption.AllDirectories).Select(file => file[origin.Root.Length..]))
        {
            string before = origin.Text(path);
            origin.Write(path, garbage[random.Below(garbage.Length)]);
            Assert.Equal(18, Examine(origin, Quiet).Count);
            origin.Remove(path);
            Directory.CreateDirectory(origin.PathOf(path));
            Assert.Equal(18, Examine(origin, Quiet).Count);
            origin.Remove(path);
            Assert.Equal(18, Examine(origin, Quiet).Count);
            origin.Write(path, before);
        }
    }

    /// <summary>Each command of native-config/tune that a finding names is run on the host it was found on; afterwards the setting is good, but for what takes a reboot or is a choice.</summary>
    [ToolFact("bash")]
    public void What_is_said_to_mend_a_setting_mends_it()
    {
        using FakeHost host = FakeHost.Untuned().Write("/sys/devices/system/cpu/isolated", "2-3");
        List<string> mended = [];
        foreach (HostFinding finding in HostDoctor.Examine(View(host, Quiet)).Where(finding => finding.Mend?.Contains("native-config/tune", StringComparison.Ordinal) == true))
        {
            string command = finding.Mend!.Split(", or ")[0]["sudo native-config/tune ".Length..];
            ToolRun run = ToolRun.Tune(host.Root, command.Split(' '));
            Assert.Equal((0, ""), (run.ExitCode, string.Join('\n', run.Error)));
            mended.Add(finding.Setting);
        }

        Assert.Equal(
            [
                "isolated-cores", "interrupts", "kernel-work", "frequency-governor", "idle-states", "clock-source", "real-time", "timer-slack",
                "transparent-huge-pages", "huge-pages", "locked-memory", "swap",
            ],
            mended);
        Assert.Equal(
            ["isolated-cores", "real-time", "timer-slack", "locked-memory"],
            HostDoctor.Examine(View(host, Quiet)).Where(finding => finding.State == FindingState.Differs).Select(finding => finding.Setting));
        Assert.Equal("512", host.Text("/proc/sys/vm/nr_hugepages"));
    }

    [Fact]
    public void The_runtime_of_this_process_is_told_as_it_is()
    {
        RuntimeSettings runtime = RuntimeSettings.OfThisProcess();
        Assert.Equal(System.Runtime.GCSettings.IsServerGC, runtime.ServerGc);
        Assert.StartsWith(".NET", runtime.Version, StringComparison.Ordinal);
        Assert.InRange(runtime.ConserveMemory, 0, 9);
    }

    private static HostView View(FakeHost host, RuntimeSettings? runtime) => new(host.Files, host.Topology, runtime);

    private static IReadOnlyList<string> Examine(FakeHost host, RuntimeSettings runtime) =>
        [.. HostDoctor.Examine(View(host, runtime)).Select(finding =>
            $"{finding.Setting} {finding.State.ToString().ToLowerInvariant()} {finding.Value}{(finding.Mend is null ? "" : " > " + finding.Mend)}")];
}
