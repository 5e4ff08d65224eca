using LowLatency.Testing;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.NativeConfig;

/// <summary>What <c>native-config/tune</c> refuses: one line, exit code 2, nothing changed.</summary>
public class TuneRefusalTests
{
    private const string Settings = "clock-source frequency-governor huge-pages idle-states interrupts isolated-cores kernel-work locked-memory "
        + "numa-balancing real-time swap timer-slack transparent-huge-pages";

    [ToolTheory("bash")]
    [InlineData("sho", "sho is no command: show, apply or undo")]
    [InlineData("apply swapp", "swapp is no setting: " + Settings)]
    [InlineData("undo swapp", "swapp is no setting: " + Settings)]
    [InlineData("apply ../lib/state", "../lib/state is no setting: " + Settings)]
    [InlineData("apply --force", "--force is no option; 'tune --help' shows them")]
    [InlineData("apply --cores", "--cores needs a value")]
    [InlineData("apply --cores 2-", "--cores=2- is no list of cores like 2-3,6")]
    [InlineData("apply --cores 3-2", "--cores=3-2 is no list of cores like 2-3,6")]
    [InlineData("apply --cores 2;3", "--cores=2;3 is no list of cores like 2-3,6")]
    [InlineData("apply --cores 99999999999999999999", "--cores=99999999999999999999 is no list of cores like 2-3,6")]
    [InlineData("apply --cores 2-5", "--cores=2-5: core 4-5 does not exist, this host has 0-3")]
    [InlineData("apply --cores 0-3", "--cores=0-3: core 0 boots and keeps the time, leave it to the system")]
    [InlineData("apply --huge-pages -1", "--huge-pages=-1 must be 0 to 1048576")]
    [InlineData("apply --huge-pages 1048577", "--huge-pages=1048577 must be 0 to 1048576")]
    [InlineData("show --dry-run", "--dry-run goes with apply or undo")]
    [InlineData("undo --cores 2", "undo takes neither --cores nor --huge-pages: it puts back what was there")]
    public void Wrong_usage_is_told_and_changes_nothing(string line, string fault)
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        ToolRun run = ToolRun.Tune(host.Root, line.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["tune: " + fault], run.Error);
        Assert.Empty(run.Output);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void Cores_cannot_be_chosen_where_none_are_told()
    {
        using FakeHost host = FakeHost.Silent();
        ToolRun run = ToolRun.Tune(host.Root, "apply", "--cores", "2");
        Assert.Equal((2, "tune: --cores=2 cannot be checked: there is no /sys/devices/system/cpu/online"), (run.ExitCode, string.Join('\n', run.Error)));
    }

    [ToolFact("bash", "flock")]
    public void Two_do_not_change_a_host_at_once()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        string tune = Path.Combine(ToolRun.NativeConfig, "tune");
        ToolRun second = ToolRun.Of(host.Root, "flock", host.Root, "bash", tune, "apply", "swap");
        Assert.Equal((2, "tune: another tune is changing this host"), (second.ExitCode, string.Join('\n', second.Error)));
        Assert.Equal(before, host.Snapshot());
        Assert.Equal(0, ToolRun.Of(host.Root, "flock", host.Root, "bash", tune, "show", "swap").ExitCode);
    }

    [ToolFact("bash", "setpriv", "chmod", "cp", "id")]
    public void Without_the_right_to_write_nothing_is_applied_or_undone_but_all_is_shown()
    {
        using FakeHost host = FakeHost.Untuned();
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "swap").ExitCode);
        ToolRun.Of("", "cp", "-r", ToolRun.NativeConfig, host.PathOf("/native-config"));
        ToolRun.Of("", "chmod", "-R", "a+rX,a-w", host.Root);
        IReadOnlyList<string> before = host.Snapshot();
        const string Refused = "needs the right to write /var/lib/lowlatency/tune and the settings: run it as root";
        Assert.Equal((2, $"tune: apply {Refused}"), Outcome(Run("apply", "real-time")));
        Assert.Equal((2, $"tune: undo {Refused}"), Outcome(Run("undo")));
        Assert.Equal((0, ""), Outcome(Run("show", "--cores", "2-3")));
        Assert.Equal((0, ""), Outcome(Run("apply", "--dry-run", "--cores", "2-3")));
        Assert.Equal(before, host.Snapshot());
        ToolRun.Of("", "chmod", "-R", "u+w", host.Root);

        ToolRun Run(params string[] args)
        {
            string[] command = ["bash", host.PathOf("/native-config/tune"), .. args];
            return ToolRun.Of("", "id", "-u").Output[0] == "0"
                ? ToolRun.Of(host.Root, "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", .. command])
                : ToolRun.Of(host.Root, command[0], command[1..]);
        }

        static (int, string) Outcome(ToolRun run) => (run.ExitCode, string.Join('\n', run.Error));
    }
}
