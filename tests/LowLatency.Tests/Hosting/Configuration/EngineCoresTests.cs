using LowLatency.Hosting.Configuration;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>The core of the engine's thread, settled on made-up hosts.</summary>
public class EngineCoresTests
{
    [Fact]
    public void An_isolated_core_is_chosen_first_and_core_0_last()
    {
        using FakeHost tuned = FakeHost.Tuned();
        using FakeHost untuned = FakeHost.Untuned();
        using FakeHost narrow = FakeHost.Untuned().WithProcess("0");
        using FakeHost silent = FakeHost.Silent();
        Assert.Equal((2, false), Settle("Auto", tuned));
        Assert.Equal((1, false), Settle("auto", untuned));
        Assert.Equal((0, false), Settle("auto", narrow));
        Assert.Equal((null, true), Settle("auto", silent));
    }

    [Fact]
    public void A_core_that_is_named_is_kept_or_refused()
    {
        using FakeHost host = FakeHost.Untuned().WithProcess("0-2");
        Assert.Equal((2, false), Settle("2", host));
        Assert.Equal(["engine.core=3 is outside the cores this process may use, 0-2 (its affinity or cpuset)"], Faults("3", host));
        Assert.Equal(["engine.core=4 does not exist: this host has cores 0-3"], Faults("4", host));
    }

    private static (int? Core, bool Chooses) Settle(string core, FakeHost host)
    {
        RunSettings settled = EngineCores.Settle(Load(core), host.Topology, out IReadOnlyList<string> faults);
        Assert.Empty(faults);
        return (settled.Core, settled.ChoosesCore);
    }

    private static IReadOnlyList<string> Faults(string core, FakeHost host)
    {
        EngineCores.Settle(Load(core), host.Topology, out IReadOnlyList<string> faults);
        return faults;
    }

    private static RunSettings Load(string core) => ConfigurationText.Load($"engine: {{ topology: pinned, core: {core} }}\n{ConfigurationText.Sound}");
}
