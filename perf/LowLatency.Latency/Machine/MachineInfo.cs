using System.Globalization;
using System.Runtime.InteropServices;
using LowLatency.Latency.Measuring;
using LowLatency.Primitives.Threading;

namespace LowLatency.Latency.Machine;

/// <summary>What a figure depends on besides the code. Null or empty where the system does not tell.</summary>
/// <param name="Processor">Model name, family and model.</param>
/// <param name="Hypervisor">Whether the machine is virtual.</param>
/// <param name="Kernel">Operating system and version.</param>
/// <param name="Cores">Cores of the machine.</param>
/// <param name="AllowedCores">Cores the process may use.</param>
/// <param name="MeasuredCores">The one or two cores that were measured on.</param>
/// <param name="Caches">Sizes by level.</param>
/// <param name="MemoryMb">Memory, in MiB.</param>
/// <param name="ClockSource">The kernel's.</param>
/// <param name="Runtime">.NET version.</param>
/// <param name="TieredCompilation">Whether the runtime compiles in tiers.</param>
/// <param name="HugePages">Transparent huge pages: the mode.</param>
/// <param name="LoadAverage">One, five and fifteen minutes, at the start.</param>
/// <param name="LoadAverageAtEnd">The same at the end.</param>
/// <param name="Pinned">"applied", or why not.</param>
/// <param name="RealTimePriority">"applied", or why not; null if nothing was measured.</param>
internal sealed record MachineInfo(
    string Processor,
    bool Hypervisor,
    string Kernel,
    int Cores,
    IReadOnlyList<int> AllowedCores,
    IReadOnlyList<int> MeasuredCores,
    string Caches,
    long MemoryMb,
    string? ClockSource,
    string Runtime,
    bool TieredCompilation,
    string? HugePages,
    string? LoadAverage,
    string? LoadAverageAtEnd,
    string Pinned,
    string? RealTimePriority)
{
    /// <summary>Vendor, family and model: what a ratio between two pieces of code may depend on.</summary>
    public static string ProcessorModel => CpuField("vendor_id") is { } vendor
        ? $"{vendor} family {CpuField("cpu family")} model {CpuField("model")}"
        : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Reads what the system tells.</summary>
    public static MachineInfo Read(CorePair pair, IReadOnlyList<int> measured) => new(
        ProcessorName(),
        CpuField("flags")?.Contains("hypervisor", StringComparison.Ordinal) ?? false,
        $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
        Environment.ProcessorCount,
        CpuAffinity.AllowedCores(),
        measured,
        CacheSizes(),
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        Line("/sys/devices/system/clocksource/clocksource0/current_clocksource"),
        RuntimeInformation.FrameworkDescription,
        Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") != "0" && (!AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out bool tiers) || tiers),
        Line("/sys/kernel/mm/transparent_hugepage/enabled"),
        Line("/proc/loadavg"),
        null,
        pair.Pinned.ToString(),
        null);

    /// <summary>The same with what is known when all is measured.</summary>
    public MachineInfo AtEnd(CorePair pair) => this with { LoadAverageAtEnd = Line("/proc/loadavg"), RealTimePriority = pair.RealTime?.ToString() };

    private static string ProcessorName() =>
        $"{CpuField("model name") ?? RuntimeInformation.ProcessArchitecture.ToString()} (family {CpuField("cpu family") ?? "?"}, model {CpuField("model") ?? "?"}, {CpuField("cpu MHz") ?? "?"} MHz)";

    private static string? CpuField(string name)
    {
        if (!File.Exists("/proc/cpuinfo"))
        {
            return null;
        }

        return File.ReadLines("/proc/cpuinfo").Select(line => line.Split(':', 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim() == name)?[1].Trim();
    }

    private static string CacheSizes()
    {
        List<string> sizes = [];
        for (int index = 0; Line(string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu0/cache/index{index}/size")) is { } size; index++)
        {
            string folder = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu0/cache/index{index}");
            sizes.Add($"L{Line($"{folder}/level")} {Line($"{folder}/type")} {size}");
        }

        return string.Join(", ", sizes);
    }

    private static string? Line(string path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault()?.Trim() : null;
}
