using LowLatency.Hosting.Doctor;

namespace LowLatency.Benchmarks.Runtime;

/// <summary>
/// The verb <c>runtime</c>: what the runtime's settings do to the engine, for one set of settings a process, given by the environment
/// (DOTNET_TieredCompilation, DOTNET_TieredPGO, DOTNET_ReadyToRun, DOTNET_gcServer, DOTNET_gcConcurrent, DOTNET_GCConserveMemory).
/// </summary>
internal static class RuntimeVerb
{
    private static readonly (int LiveMb, int MbPerSecond)[] Loads = [(20, 20), (200, 200)];

    public static int Run()
    {
        RuntimeSettings settings = RuntimeSettings.OfThisProcess();
        Console.WriteLine($"{settings.Version}: tieredCompilation={settings.TieredCompilation} tieredPgo={settings.TieredPgo} readyToRun={settings.ReadyToRun} "
            + $"serverGc={settings.ServerGc} concurrentGc={settings.ConcurrentGc} conserveMemory={settings.ConserveMemory}");
        foreach (string line in ColdOrders.Run())
        {
            Console.WriteLine(line);
        }

        Console.WriteLine($"spinning alone: {new CollectionPauses(0, 0).Run()}");
        foreach ((int liveMb, int mbPerSecond) in Loads)
        {
            Console.WriteLine($"beside a thread that keeps {liveMb} MB and allocates {mbPerSecond} MB/s: {new CollectionPauses(liveMb, mbPerSecond).Run()}");
        }

        return 0;
    }
}
