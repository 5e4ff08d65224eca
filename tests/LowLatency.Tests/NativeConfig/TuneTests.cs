using LowLatency.Testing;
using LowLatency.Testing.Hosts;
using Xunit;

namespace LowLatency.Tests.NativeConfig;

/// <summary><c>native-config/tune</c> on made-up hosts: what it writes, that a dry run writes nothing, and that undoing leaves the tree as it was.</summary>
public class TuneTests
{
    private const string State = "/var/lib/lowlatency/tune";
    private const string Swappiness = "/proc/sys/vm/swappiness";

    private static readonly string[] Changed =
    [
        "/etc/default/grub.d/",
        "/etc/default/grub.d/90-lowlatency.cfg=GRUB_CMDLINE_LINUX_DEFAULT=\"$GRUB_CMDLINE_LINUX_DEFAULT "
            + "isolcpus=managed_irq,domain,2-3 nohz_full=2-3 rcu_nocbs=2-3 irqaffinity=0-1\"\n",
        "/etc/security/limits.d/",
        "/etc/security/limits.d/90-lowlatency-memlock.conf=@lowlatency - memlock unlimited\n",
        "/etc/security/limits.d/90-lowlatency-rtprio.conf=@lowlatency - rtprio 80\n",
        "/etc/systemd/system.conf.d/",
        "/etc/systemd/system.conf.d/90-lowlatency.conf=[Manager]\nTimerSlackNSec=1\n",
        "/etc/systemd/system/",
        "/etc/systemd/system/irqbalance.service.d/",
        "/etc/systemd/system/irqbalance.service.d/90-lowlatency.conf=[Service]\nEnvironment=IRQBALANCE_BANNED_CPULIST=2-3\n",
        "/proc/irq/24/smp_affinity_list=0-1\n",
        "/proc/irq/25/smp_affinity_list=0-1\n",
        "/proc/irq/default_smp_affinity=3\n",
        "/proc/sys/kernel/nmi_watchdog=0\n",
        "/proc/sys/kernel/sched_rt_runtime_us=-1\n",
        "/proc/sys/vm/nr_hugepages=512\n",
        "/proc/sys/vm/stat_interval=120\n",
        "/proc/sys/vm/swappiness=0\n",
        "/sys/devices/system/clocksource/clocksource0/current_clocksource=tsc\n",
        "/sys/devices/system/cpu/cpu0/cpufreq/energy_performance_preference=performance\n",
        "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor=performance\n",
        "/sys/devices/system/cpu/cpu1/cpufreq/energy_performance_preference=performance\n",
        "/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor=performance\n",
        "/sys/devices/system/cpu/cpu2/cpufreq/energy_performance_preference=performance\n",
        "/sys/devices/system/cpu/cpu2/cpufreq/scaling_governor=performance\n",
        "/sys/devices/system/cpu/cpu2/cpuidle/state2/disable=1\n",
        "/sys/devices/system/cpu/cpu3/cpufreq/energy_performance_preference=performance\n",
        "/sys/devices/system/cpu/cpu3/cpufreq/scaling_governor=performance\n",
        "/sys/devices/system/cpu/cpu3/cpuidle/state2/disable=1\n",
        "/sys/devices/virtual/workqueue/cpumask=3\n",
        "/sys/kernel/mm/transparent_hugepage/defrag=madvise\n",
        "/sys/kernel/mm/transparent_hugepage/enabled=madvise\n",
        "/sys/kernel/mm/transparent_hugepage/khugepaged/defrag=0\n",
    ];

    [ToolFact("bash")]
    public void Everything_is_applied_once_and_undone_to_the_byte()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        ToolRun applied = ToolRun.Tune(host.Root, "apply", "--cores", "2-3", "--huge-pages", "512");
        Assert.Equal((0, 0), (applied.ExitCode, applied.Error.Count));
        IReadOnlyList<string> after = host.Snapshot();
        Assert.Equal(Changed, after.Except(before).Where(entry => !entry.StartsWith("/var/", StringComparison.Ordinal)));
        Assert.Equal(["/var/", "/var/lib/", "/var/lib/lowlatency/", State + "/"], after.Where(entry => entry.StartsWith("/var/", StringComparison.Ordinal) && entry.EndsWith('/')));

        ToolRun again = ToolRun.Tune(host.Root, "apply", "--cores", "2-3", "--huge-pages", "512");
        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain(again.Output, line => line.StartsWith("  written", StringComparison.Ordinal));
        Assert.Equal(after, host.Snapshot());

        ToolRun undone = ToolRun.Tune(host.Root, "undo");
        Assert.Equal((0, 0), (undone.ExitCode, undone.Error.Count));
        Assert.Equal(before, host.Snapshot());
        Assert.Equal(
            [
                "  next     systemctl daemon-reexec, then restart the services",
                "  next     log in again",
                "  next     update-grub, then reboot",
                "  next     systemctl daemon-reload && systemctl try-restart irqbalance",
            ],
            undone.Output.TakeLast(4));
        Assert.Equal(["  note     nothing was applied"], ToolRun.Tune(host.Root, "undo").Output);
    }

    [ToolFact("bash")]
    public void A_dry_run_says_what_applying_writes_and_writes_nothing()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        ToolRun tried = ToolRun.Tune(host.Root, "apply", "--dry-run", "--cores", "1,3");
        Assert.Equal((0, 0), (tried.ExitCode, tried.Error.Count));
        Assert.Equal(before, host.Snapshot());
        ToolRun applied = ToolRun.Tune(host.Root, "apply", "--cores", "1,3");
        Assert.Equal(WrittenBy(applied, "  written  "), WrittenBy(tried, "  would    write "));

        IReadOnlyList<string> after = host.Snapshot();
        ToolRun untried = ToolRun.Tune(host.Root, "undo", "--dry-run");
        Assert.Equal(after, host.Snapshot());
        Assert.Equal(WrittenBy(applied, "  written  ").Count, untried.Output.Count(line => line.StartsWith("  would ", StringComparison.Ordinal)));
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void Applying_for_other_cores_still_undoes_to_the_beginning()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "--cores", "3").ExitCode);
        Assert.Equal("0-2", host.Text("/proc/irq/24/smp_affinity_list"));
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "--cores", "1-2", "interrupts").ExitCode);
        Assert.Equal("0,3", host.Text("/proc/irq/24/smp_affinity_list"));
        Assert.Equal("9", host.Text("/proc/irq/default_smp_affinity"));
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void Settings_are_undone_one_by_one()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "swap", "real-time", "locked-memory").ExitCode);
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo", "swap", "locked-memory").ExitCode);
        Assert.Equal("60", host.Text(Swappiness));
        Assert.Equal("-1", host.Text("/proc/sys/kernel/sched_rt_runtime_us"));
        Assert.Equal(
            ["/etc/security/limits.d/90-lowlatency-rtprio.conf"],
            Directory.GetFiles(host.PathOf("/etc/security/limits.d")).Select(file => file[host.Root.Length..]));
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void A_file_of_that_name_that_was_there_before_is_put_back()
    {
        using FakeHost host = FakeHost.Untuned().Write("/etc/security/limits.d/90-lowlatency-memlock.conf", "@lowlatency - memlock 65536").Write(State + "/keep", "of somebody");
        IReadOnlyList<string> before = host.Snapshot();
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "locked-memory").ExitCode);
        Assert.Equal("@lowlatency - memlock unlimited", host.Text("/etc/security/limits.d/90-lowlatency-memlock.conf"));
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void What_the_kernel_refuses_is_told_the_rest_is_applied_and_undone()
    {
        using FakeHost host = FakeHost.Untuned().Remove(Swappiness).Remove("/proc/irq/25");
        Directory.CreateDirectory(host.PathOf(Swappiness));
        Directory.CreateDirectory(host.PathOf("/proc/irq/25/smp_affinity_list"));
        IReadOnlyList<string> before = host.Snapshot();
        ToolRun applied = ToolRun.Tune(host.Root, "apply", "--cores", "2", "swap", "real-time", "interrupts");
        Assert.Equal(1, applied.ExitCode);
        Assert.Equal([$"  failed   {Swappiness} = : the kernel refused 0"], applied.Output.Where(line => line.StartsWith("  failed", StringComparison.Ordinal)));
        Assert.Equal("-1", host.Text("/proc/sys/kernel/sched_rt_runtime_us"));
        Assert.Equal("0-1,3", host.Text("/proc/irq/24/smp_affinity_list"));
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void What_cannot_be_undone_is_told_and_stays_to_be_undone()
    {
        using FakeHost host = FakeHost.Untuned();
        IReadOnlyList<string> before = host.Snapshot();
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "swap", "real-time").ExitCode);
        host.Remove(Swappiness);
        Directory.CreateDirectory(host.PathOf(Swappiness));
        ToolRun refused = ToolRun.Tune(host.Root, "undo");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"  failed   {Swappiness} = : 60 was refused", refused.Output);
        Assert.Equal("950000", host.Text("/proc/sys/kernel/sched_rt_runtime_us"));
        Directory.Delete(host.PathOf(Swappiness));
        host.Write(Swappiness, "0");
        Assert.Equal(0, ToolRun.Tune(host.Root, "undo").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void A_tuned_host_is_as_wanted_and_is_left_alone()
    {
        using FakeHost host = FakeHost.Tuned();
        IReadOnlyList<string> before = host.Snapshot();
        ToolRun shown = ToolRun.Tune(host.Root, "show", "--huge-pages", "512");
        Assert.Equal(0, shown.ExitCode);
        Assert.EndsWith(" as wanted, 0 differ, 0 not here", shown.Output[^1], StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply").ExitCode);
        Assert.Equal(before, host.Snapshot());
    }

    [ToolFact("bash")]
    public void An_untuned_host_is_shown_whole()
    {
        using FakeHost host = FakeHost.Untuned();
        Assert.Equal(
            [
                "clock-source            the time is read from the time-stamp counter, without a system call",
                "  differs  /sys/devices/system/clocksource/clocksource0/current_clocksource = hpet, wanted tsc",
                "frequency-governor      cores do not change their clock rate",
                .. Enumerable.Range(0, 4).SelectMany(core => (string[])
                [
                    $"  differs  /sys/devices/system/cpu/cpu{core}/cpufreq/energy_performance_preference = balance_performance, wanted performance",
                    $"  differs  /sys/devices/system/cpu/cpu{core}/cpufreq/scaling_governor = powersave, wanted performance",
                ]),
                "huge-pages              memory is reserved in pages of 2 MiB",
                "  note     /proc/sys/vm/nr_hugepages = 0; --huge-pages N reserves them",
                "idle-states             kept cores wake up within 10 microseconds",
                "  note     needs --cores LIST: the cores that are kept for pinned threads",
                "interrupts              devices interrupt other cores than the kept ones",
                "  note     needs --cores LIST: the cores that are kept for pinned threads",
                "isolated-cores          nothing runs on the kept cores but what is pinned there",
                "  note     needs --cores LIST: the cores that are kept for pinned threads",
                "kernel-work             the kernel does its own work elsewhere, or less often",
                "  differs  /proc/sys/vm/stat_interval = 1, wanted 120",
                "  differs  /proc/sys/kernel/nmi_watchdog = 1, wanted 0",
                "  note     needs --cores LIST: the cores that are kept for pinned threads",
                "locked-memory           the process may keep its memory where it is",
                "  differs  /etc/security/limits.d/90-lowlatency-memlock.conf is not there",
                "           | @lowlatency - memlock unlimited",
                "  note     there is no group lowlatency yet: groupadd --system lowlatency",
                "numa-balancing          pages are not moved between nodes under the process",
                "  ok       /proc/sys/kernel/numa_balancing = 0",
                "real-time               real-time threads are allowed and are not stopped",
                "  differs  /proc/sys/kernel/sched_rt_runtime_us = 950000, wanted -1",
                "  differs  /etc/security/limits.d/90-lowlatency-rtprio.conf is not there",
                "           | @lowlatency - rtprio 80",
                "  note     there is no group lowlatency yet: groupadd --system lowlatency",
                "swap                    memory is not written out to disk",
                "  differs  /proc/sys/vm/swappiness = 60, wanted 0",
                "  note     /dev/sda2 takes pages: 'swapoff /dev/sda2' ends that until it is switched on again",
                "timer-slack             sleeping threads are woken on time",
                "  differs  /etc/systemd/system.conf.d/90-lowlatency.conf is not there",
                "           | [Manager]",
                "           | TimerSlackNSec=1",
                "transparent-huge-pages  large pages go to memory that asks, and no daemon moves it",
                "  differs  /sys/kernel/mm/transparent_hugepage/enabled = always, wanted madvise",
                "  differs  /sys/kernel/mm/transparent_hugepage/defrag = always, wanted madvise",
                "  differs  /sys/kernel/mm/transparent_hugepage/khugepaged/defrag = 1, wanted 0",
                "1 as wanted, 19 differ, 0 not here",
            ],
            ToolRun.Tune(host.Root, "show").Output.Where(line => !line.Contains("this shell", StringComparison.Ordinal)));
    }

    [ToolFact("bash")]
    public void Where_nothing_is_there_nothing_is_written()
    {
        using FakeHost host = FakeHost.Silent();
        ToolRun shown = ToolRun.Tune(host.Root, "show");
        Assert.Equal((0, 0), (shown.ExitCode, shown.Error.Count));
        ToolRun applied = ToolRun.Tune(host.Root, "apply", "swap", "transparent-huge-pages", "clock-source", "frequency-governor");
        Assert.Equal(0, applied.ExitCode);
        Assert.Empty(host.Snapshot());
    }

    [ToolFact("bash")]
    public void A_host_without_a_known_boot_loader_gets_the_line_to_add()
    {
        using FakeHost host = FakeHost.Untuned().Remove("/usr/sbin/grub-mkconfig");
        ToolRun applied = ToolRun.Tune(host.Root, "apply", "--cores", "2-3", "isolated-cores");
        Assert.Equal(1, applied.ExitCode);
        Assert.EndsWith(
            "add to the kernel's command line: isolcpus=managed_irq,domain,2-3 nohz_full=2-3 rcu_nocbs=2-3 irqaffinity=0-1",
            applied.Output[^1],
            StringComparison.Ordinal);
    }

    [ToolFact("bash")]
    public void Masks_and_lists_are_right_on_large_hosts()
    {
        using FakeHost host = new FakeHost()
            .Write("/sys/devices/system/cpu/online", "0-71").Write("/sys/devices/system/cpu/isolated", "33-34,68,70-71")
            .Write("/proc/irq/24/smp_affinity_list", "0-71").Write("/proc/irq/default_smp_affinity", "ff,ffffffff,ffffffff");
        Assert.Equal(0, ToolRun.Tune(host.Root, "apply", "interrupts").ExitCode);
        Assert.Equal("0-32,35-67,69", host.Text("/proc/irq/24/smp_affinity_list"));
        Assert.Equal("2f,fffffff9,ffffffff", host.Text("/proc/irq/default_smp_affinity"));
    }

    private static IReadOnlyList<string> WrittenBy(ToolRun run, string verb) =>
        [.. run.Output.Where(line => line.StartsWith(verb, StringComparison.Ordinal)).Select(line => Path(line[verb.Length..]))];

    private static string Path(string text) => text.Split(' ').First(word => word.StartsWith('/'));
}
