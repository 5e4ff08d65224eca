using LowLatency.Primitives.Threading;

namespace LowLatency.Testing.Hosts;

/// <content>The hosts that the tests look at.</content>
public sealed partial class FakeHost
{
    private const string Cpu = "/sys/devices/system/cpu";

    private static readonly string[] Governed = ["scaling_governor", "scaling_available_governors", "energy_performance_preference"];

    /// <summary>A server as it is installed: four cores of one package, one cache, one node; nothing tuned.</summary>
    public static FakeHost Untuned()
    {
        FakeHost host = new FakeHost().WithCores(4, threads: 1, cacheCores: 4, nodes: 1);
        for (int core = 0; core < 4; core++)
        {
            host.Write($"{Cpu}/cpu{core}/cpufreq/{Governed[0]}", "powersave")
                .Write($"{Cpu}/cpu{core}/cpufreq/{Governed[1]}", "performance powersave")
                .Write($"{Cpu}/cpu{core}/cpufreq/{Governed[2]}", "balance_performance")
                .Write($"{Cpu}/cpu{core}/cpuidle/state0/name", "POLL")
                .Write($"{Cpu}/cpu{core}/cpuidle/state0/latency", "0")
                .Write($"{Cpu}/cpu{core}/cpuidle/state0/disable", "0")
                .Write($"{Cpu}/cpu{core}/cpuidle/state1/name", "C1")
                .Write($"{Cpu}/cpu{core}/cpuidle/state1/latency", "2")
                .Write($"{Cpu}/cpu{core}/cpuidle/state1/disable", "0")
                .Write($"{Cpu}/cpu{core}/cpuidle/state2/name", "C6")
                .Write($"{Cpu}/cpu{core}/cpuidle/state2/latency", "170")
                .Write($"{Cpu}/cpu{core}/cpuidle/state2/disable", "0");
        }

        return host.WithMemory().WithKernel().WithInterrupts("0-3").WithProcess("0-3")
            .Write("/etc/default/grub", "GRUB_DEFAULT=0\nGRUB_CMDLINE_LINUX_DEFAULT=\"quiet\"")
            .Write("/usr/sbin/grub-mkconfig", "for x in ${sysconfdir}/default/grub.d/*.cfg ; do")
            .Write("/usr/lib/systemd/system/irqbalance.service", "[Unit]")
            .Write("/etc/group", "root:x:0:\nadm:x:4:")
            .Write("/etc/security/limits.conf", "# limits")
            .Write("/etc/systemd/system.conf", "[Manager]");
    }

    /// <summary>The same server tuned: cores 2 and 3 isolated and tickless, everything else as the doctor wants it.</summary>
    public static FakeHost Tuned()
    {
        FakeHost host = Untuned();
        for (int core = 0; core < 4; core++)
        {
            host.Write($"{Cpu}/cpu{core}/cpufreq/{Governed[0]}", "performance")
                .Write($"{Cpu}/cpu{core}/cpufreq/{Governed[2]}", "performance")
                .Write($"{Cpu}/cpu{core}/cpuidle/state2/disable", core >= 2 ? "1" : "0");
        }

        return host
            .Write("/proc/cmdline", "BOOT_IMAGE=/vmlinuz quiet isolcpus=managed_irq,domain,2-3 nohz_full=2-3 rcu_nocbs=2-3 irqaffinity=0-1")
            .Write($"{Cpu}/isolated", "2-3")
            .Write($"{Cpu}/nohz_full", "2-3")
            .Write("/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never")
            .Write("/sys/kernel/mm/transparent_hugepage/defrag", "always defer defer+madvise [madvise] never")
            .Write("/sys/kernel/mm/transparent_hugepage/khugepaged/defrag", "0")
            .Write("/proc/sys/vm/nr_hugepages", "512")
            .Write("/proc/sys/vm/swappiness", "0")
            .Write("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority")
            .Write("/proc/sys/vm/stat_interval", "120")
            .Write("/proc/sys/kernel/sched_rt_runtime_us", "-1")
            .Write("/proc/sys/kernel/numa_balancing", "0")
            .Write("/proc/sys/kernel/nmi_watchdog", "0")
            .Write("/sys/devices/virtual/workqueue/cpumask", "3")
            .Write("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc")
            .Write("/etc/default/grub.d/90-lowlatency.cfg", "GRUB_CMDLINE_LINUX_DEFAULT=\"$GRUB_CMDLINE_LINUX_DEFAULT "
                + "isolcpus=managed_irq,domain,2-3 nohz_full=2-3 rcu_nocbs=2-3 irqaffinity=0-1\"")
            .Write("/etc/security/limits.d/90-lowlatency-memlock.conf", "@lowlatency - memlock unlimited")
            .Write("/etc/security/limits.d/90-lowlatency-rtprio.conf", "@lowlatency - rtprio 80")
            .Write("/etc/systemd/system.conf.d/90-lowlatency.conf", "[Manager]\nTimerSlackNSec=1")
            .Write("/etc/systemd/system/irqbalance.service.d/90-lowlatency.conf", "[Service]\nEnvironment=IRQBALANCE_BANNED_CPULIST=2-3")
            .WithInterrupts("0-1")
            .WithProcess("0-1", "unlimited", "80", 1);
    }

    /// <summary>Two packages of four cores with two hardware threads each (core n and n + 8), a cache and a node a package; cores 6, 7, 14, 15 isolated.</summary>
    public static FakeHost TwoNodes() => new FakeHost()
        .WithCores(16, threads: 2, cacheCores: 4, nodes: 2)
        .Write($"{Cpu}/isolated", "6-7,14-15")
        .WithMemory().WithKernel().WithInterrupts("0-15").WithProcess("0-5,8-13")
        .Write("/proc/sys/kernel/numa_balancing", "1");

    /// <summary>A container on a host of eight cores that may use two of them, with /proc and /sys but little of /etc.</summary>
    public static FakeHost Container() => new FakeHost()
        .WithCores(8, threads: 1, cacheCores: 4, nodes: 1)
        .WithMemory().WithKernel().WithProcess("5-6")
        .Write("/proc/self/cgroup", "0::/")
        .Write("/sys/fs/cgroup/cpuset.cpus.effective", "5-6");

    /// <summary>A host that tells nothing.</summary>
    public static FakeHost Silent() => new();

    /// <summary>Writes /sys of cores that are all on: hardware threads of a physical core lie half of the cores apart, <paramref name="cacheCores"/> physical cores share a last-level cache.</summary>
    public FakeHost WithCores(int count, int threads, int cacheCores, int nodes)
    {
        int physical = count / threads;
        for (int core = 0; core < count; core++)
        {
            int own = core % physical;
            int[] siblings = [.. Enumerable.Range(0, threads).Select(thread => own + (thread * physical))];
            int[] sharing = [.. Enumerable.Range(0, count).Where(other => other % physical / cacheCores == own / cacheCores)];
            Write($"{Cpu}/cpu{core}/topology/physical_package_id", $"{own / (physical / nodes)}")
                .Write($"{Cpu}/cpu{core}/topology/core_id", $"{own % (physical / nodes)}")
                .Write($"{Cpu}/cpu{core}/topology/thread_siblings_list", CpuList.Format(siblings))
                .Write($"{Cpu}/cpu{core}/cache/index0/level", "1")
                .Write($"{Cpu}/cpu{core}/cache/index0/shared_cpu_list", CpuList.Format(siblings))
                .Write($"{Cpu}/cpu{core}/cache/index0/size", "32K")
                .Write($"{Cpu}/cpu{core}/cache/index3/level", "3")
                .Write($"{Cpu}/cpu{core}/cache/index3/shared_cpu_list", CpuList.Format(sharing))
                .Write($"{Cpu}/cpu{core}/cache/index3/size", "32768K");
        }

        for (int node = 0; node < nodes; node++)
        {
            Write($"/sys/devices/system/node/node{node}/cpulist",
                CpuList.Format(Enumerable.Range(0, count).Where(core => core % physical / (physical / nodes) == node)));
        }

        string all = CpuList.Format(Enumerable.Range(0, count));
        return Write($"{Cpu}/online", all).Write($"{Cpu}/present", all).Write($"{Cpu}/possible", all)
            .Write($"{Cpu}/isolated", "").Write($"{Cpu}/nohz_full", "(null)")
            .Write($"{Cpu}/smt/active", threads > 1 ? "1" : "0");
    }

    /// <summary>Writes what concerns memory, as a distribution sets it.</summary>
    public FakeHost WithMemory() => this
        .Write("/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never")
        .Write("/sys/kernel/mm/transparent_hugepage/defrag", "[always] defer defer+madvise madvise never")
        .Write("/sys/kernel/mm/transparent_hugepage/khugepaged/defrag", "1")
        .Write("/proc/sys/vm/nr_hugepages", "0")
        .Write("/proc/meminfo", "MemTotal: 65536000 kB\nHugePages_Total: 0\nHugepagesize: 2048 kB")
        .Write("/proc/sys/vm/swappiness", "60")
        .Write("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/dev/sda2\tpartition\t8388604\t0\t-2")
        .Write("/proc/sys/vm/stat_interval", "1");

    /// <summary>Writes what concerns the kernel, as a distribution sets it.</summary>
    public FakeHost WithKernel() => this
        .Write("/proc/cmdline", "BOOT_IMAGE=/vmlinuz quiet")
        .Write("/proc/stat", "cpu  6000 10 2000 991890 50 20 30 0 0 0\ncpu0 6000 10 2000 991890 50 20 30 0 0 0")
        .Write("/proc/sys/kernel/osrelease", "6.12.0")
        .Write("/proc/cpuinfo", "processor\t: 0\nmodel name\t: Made-up 9000")
        .Write("/proc/sys/kernel/sched_rt_runtime_us", "950000")
        .Write("/proc/sys/kernel/sched_rt_period_us", "1000000")
        .Write("/proc/sys/kernel/numa_balancing", "0")
        .Write("/proc/sys/kernel/nmi_watchdog", "1")
        .Write("/sys/devices/virtual/workqueue/cpumask", "f")
        .Write("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet")
        .Write("/sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet acpi_pm");

    /// <summary>Writes two interrupts and the default of new ones.</summary>
    public FakeHost WithInterrupts(string cores)
    {
        _ = CpuList.TryParse(cores, out int[] numbers);
        int mask = numbers.Aggregate(0, (bits, core) => bits | (1 << core));
        return Write("/proc/irq/default_smp_affinity", $"{mask:x}")
            .Write("/proc/irq/24/smp_affinity_list", cores)
            .Write("/proc/irq/25/smp_affinity_list", cores);
    }

    /// <summary>Writes what /proc says of the process that asks.</summary>
    public FakeHost WithProcess(string affinity, string lockedMemory = "8388608", string realTimePriority = "0", long timerSlackNs = 50_000) => this
        .Write("/proc/self/status", $"Name:\tlowlatency\nCpus_allowed_list:\t{affinity}\nMems_allowed_list:\t0")
        .Write("/proc/self/task/1/status", $"Name:\tlowlatency\nCpus_allowed_list:\t{affinity}")
        .Write("/proc/self/timerslack_ns", $"{timerSlackNs}")
        .Write("/proc/self/limits",
            "Limit                     Soft Limit           Hard Limit           Units     \n"
            + $"Max locked memory         {lockedMemory,-20} {lockedMemory,-20} bytes     \n"
            + $"Max realtime priority     {realTimePriority,-20} {realTimePriority,-20}           ");
}
