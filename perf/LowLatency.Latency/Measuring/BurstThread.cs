using LowLatency.Latency.Machine;
using LowLatency.Primitives.Threading;

namespace LowLatency.Latency.Measuring;

/// <summary>A thread pinned to a core that does one piece of work at a time for the controlling thread, which may move it to a real-time priority meanwhile.</summary>
internal sealed class BurstThread : IDisposable
{
    private readonly SemaphoreSlim _start = new(0);
    private readonly Thread _thread;
    private Action? _work;

    public BurstThread(string name, int core)
    {
        ManualResetEventSlim ready = new();
        _thread = new Thread(() =>
        {
            Pinned = CpuAffinity.Pin(core);
            SystemId = OperatingSystem.IsLinux() ? LinuxThread.Id() : 0;
            ready.Set();
            Run();
        })
        { Name = name, IsBackground = true };
        _thread.Start();
        ready.Wait();
    }

    /// <summary>Whether the thread is pinned, or why not.</summary>
    public OsResult Pinned { get; private set; }

    /// <summary>The system's number of the thread; 0 where there is none.</summary>
    public int SystemId { get; private set; }

    /// <summary>Starts a piece of work; the one before must be done.</summary>
    public void Start(Action work)
    {
        _work = work;
        _start.Release();
    }

    public void Dispose()
    {
        _work = null;
        _start.Release();
        _thread.Join();
        _start.Dispose();
    }

    private void Run()
    {
        for (_start.Wait(); _work is { } work; _start.Wait())
        {
            work();
        }
    }
}
