using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>A thread on one core that works in short bursts, at a real-time priority where the system allows it. <see cref="Bursts"/> starts and ends each burst.</summary>
internal abstract class BurstThread : IDisposable
{
    /// <summary>The priority of a burst; the controlling thread stands above it.</summary>
    public const int Priority = ThreadPriorityControl.Lowest;

    private readonly SemaphoreSlim _begin = new(0);
    private readonly SemaphoreSlim _ended = new(0);
    private readonly Thread _thread;
    private volatile bool _mayRun;
    private volatile bool _isDisposed;

    protected BurstThread(int core)
    {
        Core = core;
        _thread = new Thread(Work) { Name = $"probe of core {core}", IsBackground = true };
    }

    /// <summary>The core it is pinned to.</summary>
    public int Core { get; }

    /// <summary>Whether it could be pinned; set once the first burst has ended.</summary>
    public OsResult Placement { get; private set; }

    /// <summary>Whether its last burst had a real-time priority, or why not.</summary>
    public OsResult RealTime { get; private set; }

    /// <summary>Whether the burst goes on; read on each turn of a loop.</summary>
    protected bool MayRun => _mayRun;

    /// <summary>Starts a burst.</summary>
    public void Begin()
    {
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _thread.Start();
        }

        _mayRun = true;
        _begin.Release();
    }

    /// <summary>Tells the burst to end.</summary>
    public void End() => _mayRun = false;

    /// <summary>Waits until it has ended.</summary>
    public void WaitForEnd() => _ended.Wait();

    /// <summary>Ends the thread, which must not be in a burst.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _begin.Release();
        if (!_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _thread.Join();
        }

        _begin.Dispose();
        _ended.Dispose();
    }

    /// <summary>Works while <see cref="MayRun"/> says so. Must not block or throw.</summary>
    protected abstract void Burst();

    private void Work()
    {
        Placement = CpuAffinity.Pin(Core);
        for (_begin.Wait(); !_isDisposed; _begin.Wait())
        {
            if (Placement.Applied)
            {
                RealTime = ThreadPriorityControl.SetRealTime(Priority);
                Burst();
                ThreadPriorityControl.SetNormal();
            }

            _ended.Release();
        }
    }
}
