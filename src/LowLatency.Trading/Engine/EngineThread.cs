using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Threading;

namespace LowLatency.Trading.Engine;

/// <summary>Runs an engine on a thread of its own: all stages fused, on one core if asked. Start once, stop once.</summary>
/// <remarks>The loop calls <see cref="TradingEngine.Turn"/> again and again, so that the runtime can replace its code by a better one while it runs.</remarks>
public sealed class EngineThread : IDisposable
{
    private const int EventsPerTurn = 1024;

    private readonly TradingEngine _engine;
    private readonly IWaitStrategy _wait;
    private readonly Thread _thread;
    private readonly int? _core;
    private readonly ManualResetEventSlim _started = new();
    private volatile bool _stopping;
    private bool _markWarm;
    private string _placement = "not pinned";

    private EngineThread(TradingEngine engine, IWaitStrategy wait, int? core)
    {
        _engine = engine;
        _wait = wait;
        _core = core;
        _thread = new Thread(Run) { Name = "engine", IsBackground = true };
    }

    /// <summary>Where it runs, or why it could not be pinned.</summary>
    public string Placement => _placement;

    /// <summary>Bytes allocated on the engine's thread since <see cref="MarkWarm"/>; read it after <see cref="Stop"/>.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>What ended the thread early; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Starts an engine; returns when its thread runs.</summary>
    /// <param name="engine">The engine; from now on nobody else may call its turn.</param>
    /// <param name="wait">What the thread does while there is nothing to do.</param>
    /// <param name="core">The core to pin it to; null leaves it to the operating system.</param>
    /// <exception cref="ArgumentException">The core does not exist here or is not one this process may use; nothing was started.</exception>
    public static EngineThread Start(TradingEngine engine, IWaitStrategy wait, int? core)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(wait);
        if (core is int wanted && CpuTopology.Read().Check(wanted) is string fault)
        {
            throw new ArgumentException($"core={wanted} {fault}", nameof(core));
        }

        EngineThread thread = new(engine, wait, core);
        engine.Bell.Connect(wait);
        thread._thread.Start();
        thread._started.Wait();
        return thread;
    }

    /// <summary>Asks the thread to start counting allocated bytes anew, at its next turn.</summary>
    public void MarkWarm()
    {
        Volatile.Write(ref _markWarm, true);
        _engine.Bell.Ring();
    }

    /// <summary>Stops the thread after the turn it is in; what is in the inboxes stays there.</summary>
    public void Stop()
    {
        _stopping = true;
        _engine.Bell.Ring();
        _thread.Join();
        _engine.Bell.Connect(null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _started.Dispose();
    }

    private void Run()
    {
        _placement = _core is int core ? Place(CpuAffinity.Pin(core), core) : "not pinned";
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

    private static string Place(OsResult result, int core) => result.Applied ? $"core {core}" : $"not pinned: {result.Message}";

    private void Loop()
    {
        Pending pending = new(this);
        long warm = GC.GetAllocatedBytesForCurrentThread();
        int idle = 0;
        while (!_stopping && !_engine.IsHalted)
        {
            if (Volatile.Read(ref _markWarm))
            {
                _markWarm = false;
                warm = GC.GetAllocatedBytesForCurrentThread();
            }

            if (_engine.Turn(EventsPerTurn) > 0)
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

    private readonly struct Pending(EngineThread thread) : IWorkSource
    {
        public bool HasWork => !thread._engine.IsQuiet || thread._stopping || Volatile.Read(ref thread._markWarm);
    }
}
