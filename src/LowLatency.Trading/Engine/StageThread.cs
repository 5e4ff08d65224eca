using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Threading;
using LowLatency.Trading.Engine.Ports;

namespace LowLatency.Trading.Engine;

/// <summary>One thread of an <see cref="EngineThread"/>: runs a group of stages until it is stopped.</summary>
/// <remarks>The loop calls the engine's turn again and again, so that the runtime can replace its code by a better one while it runs.</remarks>
internal sealed class StageThread : IDisposable
{
    private const int EventsPerTurn = 1024;

    private readonly TradingEngine _engine;
    private readonly StageGroup _group;
    private readonly IWaitStrategy _wait;
    private readonly Thread _thread;
    private readonly int? _core;
    private readonly ManualResetEventSlim _started = new();
    private volatile bool _stopping;
    private bool _markWarm;

    public StageThread(TradingEngine engine, StageGroup group, IWaitStrategy wait, int? core)
    {
        _engine = engine;
        _group = group;
        _wait = wait;
        _core = core;
        _thread = new Thread(Run) { Name = group == StageGroup.All ? "engine" : $"engine {group}", IsBackground = true };
    }

    /// <summary>Where it runs.</summary>
    public string Placement { get; private set; } = "not pinned";

    /// <summary>Bytes allocated since <see cref="MarkWarm"/>; after <see cref="Stop"/>.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>What ended it early.</summary>
    public Exception? Failure { get; private set; }

    private bool HasWork => _group == StageGroup.Second ? _engine.IsHandedOver : _engine.HasSources;

    /// <summary>Starts it; returns when it runs.</summary>
    public void Start()
    {
        OwnBell().Connect(_wait);
        _thread.Start();
        _started.Wait();
    }

    public void MarkWarm()
    {
        Volatile.Write(ref _markWarm, true);
        OwnBell().Ring();
    }

    /// <summary>Stops it after the turn it is in.</summary>
    public void Stop()
    {
        _stopping = true;
        OwnBell().Ring();
        _thread.Join();
        OwnBell().Connect(null);
    }

    public void Dispose() => _started.Dispose();

    private static string Place(OsResult result, int core) => result.Applied ? $"core {core}" : $"not pinned: {result.Message}";

    private Doorbell OwnBell() => _group == StageGroup.Second ? _engine.SecondBell : _engine.Bell;

    private void Run()
    {
        Placement = _core is int core ? Place(CpuAffinity.Pin(core), core) : "not pinned";
        _started.Set();
        try
        {
            Loop();
        }
#pragma warning disable CA1031 // The thread's owner decides what a failure means; it must not end the process from here.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = failure;
        }
    }

    private void Loop()
    {
        Pending pending = new(this);
        long warm = GC.GetAllocatedBytesForCurrentThread();
        int idle = 0;
        while (!_stopping && (!_engine.IsHalted || _group == StageGroup.Second))
        {
            if (Volatile.Read(ref _markWarm))
            {
                _markWarm = false;
                warm = GC.GetAllocatedBytesForCurrentThread();
            }

            if (Turn() > 0)
            {
                idle = 0;
            }
            else
            {
                _wait.Wait(ref pending, ++idle);
            }
        }

        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - warm;
    }

    private int Turn()
    {
        if (_group == StageGroup.All)
        {
            return _engine.Turn(EventsPerTurn);
        }

        bool isFirst = _group == StageGroup.First;
        int taken = isFirst ? _engine.TurnFirst(EventsPerTurn) : _engine.TurnSecond(EventsPerTurn);
        if (taken > 0)
        {
            // The other group: it has been handed something, or may have been reported to.
            (isFirst ? _engine.SecondBell : _engine.Bell).Ring();
        }

        return taken;
    }

    private readonly struct Pending(StageThread thread) : IWorkSource
    {
        public bool HasWork => thread.HasWork || thread._stopping || Volatile.Read(ref thread._markWarm);
    }
}
