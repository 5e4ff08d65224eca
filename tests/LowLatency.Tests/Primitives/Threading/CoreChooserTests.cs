using LowLatency.Primitives.Threading;
using LowLatency.Testing;
using LowLatency.Testing.Hosts;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Primitives.Threading;

public class CoreChooserTests(ITestOutputHelper output)
{
    [Fact]
    public void Isolated_cores_of_one_cache_come_first_and_never_as_siblings()
    {
        using FakeHost host = FakeHost.TwoNodes();
        Assert.Equal([6], Choose(host, new CoreRequest(1)));
        Assert.Equal([6, 7], Choose(host, new CoreRequest(2)));
        Assert.Equal([6, 7, 4], Choose(host, new CoreRequest(3)));
        Assert.Equal([6, 7, 14, 15], Choose(host, new CoreRequest(4) { AllowsSiblings = true }));
        Assert.Equal([1, 2], Choose(host, new CoreRequest(2) { Node = 0 }));
        Assert.Equal([1, 2, 3, 0], Choose(host, new CoreRequest(4) { Node = 0 }));
        Assert.Equal([7, 4], Choose(host, new CoreRequest(2) { Excluded = [6, 14] }));
        Assert.Equal([6, 7, 1, 2, 3], Choose(host, new CoreRequest(5) { SharesCache = false })[..5]);
    }

    [Fact]
    public void What_is_missing_is_told()
    {
        using FakeHost host = FakeHost.TwoNodes();
        Assert.False(host.Topology.TryChoose(new CoreRequest(3) { IsolatedOnly = true, Node = 1, Excluded = [4] }, out int[] cores, out string reason));
        Assert.Empty(cores);
        Assert.Equal(
            "count=3 isolated cores of one last-level cache, no hyper-thread siblings, of node=1, without cores=4: "
            + "there are at most 2 (cores 6-7) among the cores this process may use, 0-15",
            reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => host.Topology.TryChoose(new CoreRequest(0), out _, out _));
    }

    /// <summary>Against every subset: a request is met exactly when some subset of the cores meets it, and what is chosen meets it with the most isolated cores that are possible.</summary>
    [Fact]
    public void Chooses_as_well_as_trying_every_subset()
    {
        ulong seed = (ulong)Environment.TickCount64;
        output.WriteLine($"seed={seed}");
        SplitMix64 random = new(seed);
        using FakeHost host = new FakeHost().WithCores(8, threads: 2, cacheCores: 2, nodes: 2).WithProcess("0-7");
        for (int round = 0; round < 60; round++)
        {
            host.Write("/sys/devices/system/cpu/isolated", List(ref random)).Write("/proc/self/task/1/status", $"Cpus_allowed_list:\t{List(ref random)}");
            CpuTopology topology = host.Topology;
            CoreRequest request = new(1 + (int)(random.Next() % 4))
            {
                SharesCache = random.Next() % 2 == 0,
                AllowsSiblings = random.Next() % 2 == 0,
                IsolatedOnly = random.Next() % 4 == 0,
                Node = random.Next() % 3 == 0 ? (int)(random.Next() % 2) : null,
                Excluded = random.Next() % 2 == 0 ? [(int)(random.Next() % 8)] : [],
            };
            List<int[]> fitting = [.. Subsets(8, request.Count).Where(subset => Fits(topology, request, subset))];
            Assert.Equal(fitting.Count > 0, topology.TryChoose(request, out int[] chosen, out string reason));
            Assert.Equal(fitting.Count == 0, reason.Length > 0);
            if (fitting.Count > 0)
            {
                Assert.Contains(fitting, subset => subset.SequenceEqual(chosen.Order()));
                Assert.Equal(fitting.Max(subset => Isolated(topology, subset)), Isolated(topology, chosen));
            }
        }
    }

    private static int[] Choose(FakeHost host, CoreRequest request)
    {
        Assert.True(host.Topology.TryChoose(request, out int[] cores, out string reason), reason);
        return cores;
    }

    private static string List(ref SplitMix64 random)
    {
        ulong bits = random.Next() | (1UL << random.Below(8));
        return string.Join(',', Enumerable.Range(0, 8).Where(core => (bits >> core & 1) == 1));
    }

    private static IEnumerable<int[]> Subsets(int cores, int count) =>
        Enumerable.Range(0, 1 << cores).Where(bits => int.PopCount(bits) == count).Select(bits => Enumerable.Range(0, cores).Where(core => (bits >> core & 1) == 1).ToArray());

    private static int Isolated(CpuTopology topology, int[] subset) => subset.Count(core => topology.Cores[core].IsIsolated);

    private static bool Fits(CpuTopology topology, CoreRequest request, int[] subset)
    {
        CpuCore[] cores = [.. subset.Select(core => topology.Cores[core])];
        return cores.All(core => core.IsAllowed && !request.Excluded.Contains(core.Id) && (!request.IsolatedOnly || core.IsIsolated) && (request.Node ?? core.Node) == core.Node)
            && (!request.SharesCache || cores.Select(core => core.LastLevelCache).Distinct().Count() == 1)
            && (request.AllowsSiblings || cores.Select(core => (core.Package, core.PhysicalCore)).Distinct().Count() == cores.Length);
    }
}
