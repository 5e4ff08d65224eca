using LowLatency.Primitives.Threading;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.Primitives.Threading;

public class CpuTopologyTests
{
    [Fact]
    public void Packages_threads_caches_and_nodes_are_read()
    {
        using FakeHost host = FakeHost.TwoNodes();
        Assert.Equal(
            [
                "0 package=0 core=0 siblings=0,8 cache=0 node=0 allowed",
                "1 package=0 core=1 siblings=1,9 cache=0 node=0 allowed",
                "2 package=0 core=2 siblings=2,10 cache=0 node=0 allowed",
                "3 package=0 core=3 siblings=3,11 cache=0 node=0 allowed",
                "4 package=1 core=0 siblings=4,12 cache=4 node=1 allowed",
                "5 package=1 core=1 siblings=5,13 cache=4 node=1 allowed",
                "6 package=1 core=2 siblings=6,14 cache=4 node=1 isolated allowed",
                "7 package=1 core=3 siblings=7,15 cache=4 node=1 isolated allowed",
                "8 package=0 core=0 siblings=0,8 cache=0 node=0 allowed",
                "9 package=0 core=1 siblings=1,9 cache=0 node=0 allowed",
                "10 package=0 core=2 siblings=2,10 cache=0 node=0 allowed",
                "11 package=0 core=3 siblings=3,11 cache=0 node=0 allowed",
                "12 package=1 core=0 siblings=4,12 cache=4 node=1 allowed",
                "13 package=1 core=1 siblings=5,13 cache=4 node=1 allowed",
                "14 package=1 core=2 siblings=6,14 cache=4 node=1 isolated allowed",
                "15 package=1 core=3 siblings=7,15 cache=4 node=1 isolated allowed",
            ],
            host.Topology.Cores.Select(Describe));
        Assert.All(host.Topology.Cores, core => Assert.Equal("32768K", core.LastLevelCacheSize));
    }

    [Theory]
    [InlineData(0, 8, CoreDistance.Siblings)]
    [InlineData(0, 1, CoreDistance.OneCache)]
    [InlineData(9, 3, CoreDistance.OneCache)]
    [InlineData(3, 4, CoreDistance.AcrossNodes)]
    [InlineData(0, 99, CoreDistance.Unknown)]
    public void The_nearest_thing_two_cores_share_is_told(int first, int second, CoreDistance expected)
    {
        using FakeHost host = FakeHost.TwoNodes();
        Assert.Equal(expected, host.Topology.Distance(first, second));
        Assert.Equal(expected, host.Topology.Distance(second, first));
    }

    [Fact]
    public void Two_caches_of_one_node_are_farther_than_one_and_nothing_is_guessed()
    {
        using FakeHost host = new FakeHost().WithCores(8, threads: 1, cacheCores: 4, nodes: 1).WithProcess("0-7");
        Assert.Equal(CoreDistance.OneNode, host.Topology.Distance(0, 4));
        host.Remove("/sys/devices/system/node");
        Assert.Equal(CoreDistance.Unknown, host.Topology.Distance(0, 4));
    }

    [Fact]
    public void A_tuned_host_has_isolated_tickless_cores_that_its_processes_may_still_use()
    {
        using FakeHost host = FakeHost.Tuned();
        Assert.Equal(
            ["0  allowed", "1  allowed", "2 isolated tickless allowed", "3 isolated tickless allowed"],
            host.Topology.Cores.Select(core => $"{core.Id} {(core.IsIsolated ? "isolated" : "")}{(core.IsTickless ? " tickless" : "")} {(core.IsAllowed ? "allowed" : "")}"));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, null)]
    [InlineData(0, "is outside the cores this process may use, 5-6 (its affinity or cpuset)")]
    [InlineData(8, "does not exist: this host has cores 0-7")]
    [InlineData(-1, "does not exist: this host has cores 0-7")]
    public void A_container_may_use_its_cpuset_only(int core, string? fault)
    {
        using FakeHost host = FakeHost.Container();
        Assert.Equal(fault, host.Topology.Check(core));
        Assert.Equal([5, 6], host.Topology.Allowed);
    }

    [Fact]
    public void An_isolated_core_outside_the_cpuset_is_refused()
    {
        using FakeHost host = FakeHost.Container().Write("/sys/devices/system/cpu/isolated", "6-7").WithProcess("5");
        Assert.Equal([5, 6], host.Topology.Allowed);
        Assert.StartsWith("is outside", host.Topology.Check(7), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0::/system.slice/engine.service", "/sys/fs/cgroup/system.slice/engine.service/cpuset.cpus.effective")]
    [InlineData("0::/system.slice/engine.service", "/sys/fs/cgroup/system.slice/cpuset.cpus.effective")]
    [InlineData("0::/../../elsewhere", "/sys/fs/cgroup/cpuset.cpus.effective")]
    [InlineData("5:memory:/m\n3:cpuset,cpu:/docker/1f\n0::/", "/sys/fs/cgroup/cpuset/docker/1f/cpuset.effective_cpus")]
    [InlineData("5:memory:/m\n3:cpuset:/docker/1f", "/sys/fs/cgroup/cpuset/cpuset.effective_cpus")]
    public void The_cpuset_is_found_in_both_hierarchies_and_in_the_nearest_group(string groups, string file)
    {
        using FakeHost host = FakeHost.Untuned().Write("/proc/self/cgroup", groups).Write(file, "1-2");
        Assert.Equal([1, 2], host.Topology.Allowed);
    }

    [Fact]
    public void A_pinned_thread_does_not_narrow_what_the_process_may_use()
    {
        using FakeHost host = FakeHost.Untuned().WithProcess("3").Write("/proc/self/task/2/status", "Cpus_allowed_list:\t1,3");
        Assert.Equal([1, 3], host.Topology.Allowed);
    }

    [Fact]
    public void A_core_that_is_switched_off_is_refused()
    {
        using FakeHost host = FakeHost.Untuned().Write("/sys/devices/system/cpu/online", "0-2").Remove("/sys/devices/system/cpu/cpu3");
        Assert.Equal("is switched off: this host runs cores 0-2", host.Topology.Check(3));
        Assert.Equal([0, 1, 2], host.Topology.Allowed);
        Assert.Equal(4, host.Topology.Cores.Count);
    }

    [Fact]
    public void Where_nothing_is_told_nothing_is_refused()
    {
        using FakeHost host = FakeHost.Silent();
        Assert.Empty(host.Topology.Cores);
        Assert.Null(host.Topology.Check(3));
        Assert.False(host.Topology.TryChoose(new CoreRequest(1), out int[] cores, out string reason));
        Assert.Empty(cores);
        Assert.Contains("at most 0", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_proc_still_tells_the_allowed_cores()
    {
        using FakeHost host = FakeHost.Silent().WithProcess("1-2");
        Assert.Equal(["1 package= core= siblings=1 cache= node= allowed", "2 package= core= siblings=2 cache= node= allowed"], host.Topology.Cores.Select(Describe));
        Assert.Equal("does not exist: this host has cores 1-2", host.Topology.Check(0));
    }

    [Fact]
    public void Damaged_files_make_facts_unknown()
    {
        using FakeHost host = FakeHost.Untuned()
            .Write("/sys/devices/system/cpu/cpu1/topology/physical_package_id", "-1")
            .Write("/sys/devices/system/cpu/cpu1/topology/core_id", "99999999999999")
            .Write("/sys/devices/system/cpu/cpu1/topology/thread_siblings_list", "x")
            .Write("/sys/devices/system/cpu/cpu1/cache/index3/level", "third")
            .Remove("/sys/devices/system/node");
        Assert.Equal("1 package= core= siblings=1 cache=1 node= allowed", Describe(host.Topology.Cores[1]));
    }

    [Fact]
    public void This_host_allows_what_the_scheduler_grants()
    {
        CpuTopology topology = CpuTopology.Read();
        Exception? fault = null;
        Thread thread = new(() => fault = Record.Exception(() => Assert.All(topology.Allowed, core => Assert.True(CpuAffinity.Pin(core).Applied))));
        thread.Start();
        thread.Join();
        Assert.Null(fault);
        Assert.All(CpuAffinity.AllowedCores(), core => Assert.Null(topology.Check(core)));
        Assert.Equal(CpuAffinity.AllowedCores().Length > 0, topology.Check(8190) is not null);
    }

    private static string Describe(CpuCore core) =>
        $"{core.Id} package={core.Package} core={core.PhysicalCore} siblings={string.Join(',', core.Siblings)} cache={core.LastLevelCache} node={core.Node}"
        + $"{(core.IsIsolated ? " isolated" : "")}{(core.IsAllowed ? " allowed" : "")}";
}
