using System.Diagnostics;
using System.Runtime.InteropServices;
using LowLatency.Latency.Machine;
using LowLatency.Primitives.Threading;

namespace LowLatency.Latency.Measuring;

/// <summary>The two pinned threads that bursts run on, and the controlling thread's hold over them.</summary>
/// <remarks>
/// A real-time burst: the controlling thread (whoever calls <see cref="Run"/>) takes FIFO priority 2, gives both threads priority 1 and sleeps. The last thread to finish wakes it;
/// if none has after <see cref="LongestBurstMs"/>, the timer does, and it takes the priority away from both. Since its own is higher, spinning threads cannot keep it from that.
/// </remarks>
internal sealed class CorePair : IDisposable
{
    /// <summary>How long a thread may have a real-time priority at a time.</summary>
    public const int LongestBurstMs = 100;

    private const int SpinnerPriority = 1;
    private const int ControllerPriority = 2;
    private const int RestMs = 40;

    private static readonly long TicksBetweenRests = Stopwatch.Frequency / 1000 * 400;

    private readonly BurstThread[] _threads;
    private readonly LineProbe _probe = new();
    private readonly SemaphoreSlim _done = new(0);
    private SpinBarrier _barrier;
    private Benchmark? _benchmark;
    private int _running;
    private long _firstPassed;
    private long _secondPassed;
    private (long Done, bool IsLast) _burst;
    private double _ns;
    private double _probeBefore;
    private double _probeAfter;
    private ThreadUse _firstUse;
    private ThreadUse _secondUse;
    private long _ticksSinceRest;

    /// <summary>Starts the threads.</summary>
    /// <param name="cores">One core or two, from those the process may use.</param>
    public CorePair(IReadOnlyList<int> cores) =>
        _threads = [.. cores.Take(2).Select((core, i) => new BurstThread($"burst {i}", core))];

    /// <summary>How many cores there are to run on: 1 or 2.</summary>
    public int Cores => _threads.Length;

    /// <summary>Whether the last real-time burst had its priority, or why not; null before the first.</summary>
    public OsResult? RealTime { get; private set; }

    /// <summary>Whether both threads are pinned, or why not.</summary>
    public OsResult Pinned => _threads.Select(thread => thread.Pinned).FirstOrDefault(pinned => !pinned.Applied, _threads[0].Pinned);

    /// <summary>Runs something on the first core's thread at normal priority, and hands on what it throws.</summary>
    public void OnFirst(Action work)
    {
        Exception? fault = null;
        _threads[0].Start(() =>
        {
            try
            {
                work();
            }
#pragma warning disable CA1031 // Thrown again on the caller's thread.
            catch (Exception caught)
#pragma warning restore CA1031
            {
                fault = caught;
            }

            _done.Release();
        });
        _done.Wait();
        if (fault is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>Runs one burst.</summary>
    public BurstResult Run(Benchmark benchmark, bool realTime)
    {
        _benchmark = benchmark;
        int cores = benchmark.Cores;
        _running = cores;
        _probeBefore = _probeAfter = 0;
        _secondUse = default;
        bool isRealTime = realTime && benchmark.MayBeRealTime && Raise(cores);
        _threads[0].Start(cores == 2 ? FirstOfTwo : Alone);
        if (cores == 2)
        {
            _threads[1].Start(SecondOfTwo);
        }

        bool wasCut = isRealTime && !_done.Wait(LongestBurstMs);
        if (isRealTime)
        {
            Lower(cores);
        }

        if (wasCut || !isRealTime)
        {
            _done.Wait();
        }

        if (isRealTime)
        {
            Rest();
        }

        return new(_burst.Done, _burst.IsLast, _ns, _probeBefore, _probeAfter, _firstUse, _secondUse, wasCut);
    }

    public void Dispose()
    {
        Array.ForEach(_threads, thread => thread.Dispose());
        _probe.Dispose();
        _done.Dispose();
    }

    private bool Raise(int cores)
    {
        if (!OperatingSystem.IsLinux())
        {
            RealTime = ThreadPriorityControl.SetRealTime(0);
            return false;
        }

        OsResult own = ThreadPriorityControl.SetRealTime(ControllerPriority);
        RealTime = own;
        for (int i = 0; i < cores && own.Applied; i++)
        {
            int error = LinuxThread.SetPriority(_threads[i].SystemId, SpinnerPriority);
            if (error != 0)
            {
                RealTime = new OsResult(false, $"real-time priority={SpinnerPriority} refused: error={error} ({Marshal.GetPInvokeErrorMessage(error)})");
                Lower(cores);
                return false;
            }
        }

        return own.Applied;
    }

    private void Lower(int cores)
    {
        for (int i = 0; i < cores && OperatingSystem.IsLinux(); i++)
        {
            _ = LinuxThread.SetPriority(_threads[i].SystemId, 0);
        }

        ThreadPriorityControl.SetNormal();
    }

    /// <summary>Linux stops real-time threads that take more than 95 % of a second, so there is a rest now and then: seldom and long, since a rest leaves the caches to others.</summary>
    private void Rest()
    {
        _ticksSinceRest += (long)(_ns * Stopwatch.Frequency / 1e9);
        if (_ticksSinceRest >= TicksBetweenRests)
        {
            Thread.Sleep(RestMs);
            _ticksSinceRest = 0;
        }
    }

    private void Alone()
    {
        Time();
        Finish();
    }

    private void FirstOfTwo()
    {
        _barrier.Arrive(ref _firstPassed);
        _probeBefore = _probe.Measure();
        _barrier.Arrive(ref _firstPassed);
        Time();
        _barrier.Arrive(ref _firstPassed);
        _probeAfter = _probe.Measure();
        Finish();
    }

    private void SecondOfTwo()
    {
        _barrier.Arrive(ref _secondPassed);
        _probe.AnswerMeasure();
        ThreadUse before = ThreadUse.Now();
        _barrier.Arrive(ref _secondPassed);
        _benchmark!.Partner();
        _secondUse = ThreadUse.Now() - before;
        _barrier.Arrive(ref _secondPassed);
        _probe.AnswerMeasure();
        Finish();
    }

    private void Time()
    {
        ThreadUse before = ThreadUse.Now();
        long start = Stopwatch.GetTimestamp();
        _burst = _benchmark!.Burst();
        _ns = (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency);
        _firstUse = ThreadUse.Now() - before;
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _done.Release();
        }
    }
}
