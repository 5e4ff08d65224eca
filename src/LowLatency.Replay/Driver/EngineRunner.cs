using LowLatency.Trading.Engine;

namespace LowLatency.Replay.Driver;

/// <summary>Lets the engine work off what it was handed, on the caller's thread or on its own; the caller goes on only when it is quiet, so both give the same outputs.</summary>
internal sealed class EngineRunner : IDisposable
{
    private const int EventsPerTurn = 1024;
    private const int SpinsPerCheck = 1000;

    private readonly TradingEngine _engine;
    private readonly EngineThread? _thread;
    private long _warmBytes;
    private long? _allocatedBytes;

    /// <param name="engine">The engine.</param>
    /// <param name="start">Starts it on threads of its own; null leaves it on the caller's.</param>
    public EngineRunner(TradingEngine engine, Func<TradingEngine, EngineThread>? start)
    {
        _engine = engine;
        _thread = start?.Invoke(engine);
    }

    /// <summary>Where the engine runs: on the caller's thread, or on its own with the core, or why it could not be pinned.</summary>
    public string Placement => _thread is null ? "inline" : $"own thread, {_thread.Placement}";

    /// <summary>Bytes allocated on the engine's thread since <see cref="MarkWarm"/>; stops the engine's own thread.</summary>
    public long AllocatedBytes
    {
        get
        {
            Stop();
            return _allocatedBytes ?? 0;
        }
    }

    /// <summary>Starts counting allocated bytes anew.</summary>
    public void MarkWarm()
    {
        _warmBytes = GC.GetAllocatedBytesForCurrentThread();
        _thread?.MarkWarm();
    }

    /// <summary>Returns when the engine has nothing left to do.</summary>
    /// <exception cref="ReplayFaultException">It cannot go on.</exception>
    public void Run()
    {
        if (_thread is not null)
        {
            Await(_thread);
            return;
        }

        while (_engine.Turn(EventsPerTurn) >= EventsPerTurn)
        {
        }

        if (_engine.IsHalted)
        {
            throw new ReplayFaultException("the engine has halted: its journal could not be written");
        }
    }

    /// <summary>Stops the engine's own thread; nothing on the caller's.</summary>
    public void Stop()
    {
        if (_allocatedBytes is not null)
        {
            return;
        }

        _thread?.Stop();
        _allocatedBytes = _thread?.AllocatedBytes ?? GC.GetAllocatedBytesForCurrentThread() - _warmBytes;
    }

    public void Dispose()
    {
        Stop();
        _thread?.Dispose();
    }

    private void Await(EngineThread thread)
    {
        SpinWait spin = default;
        for (int spins = 1; !_engine.IsQuiet; spins++)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (spins % SpinsPerCheck == 0 && (_engine.IsHalted || thread.Failure is not null))
            {
                throw new ReplayFaultException(thread.Failure is { } failure
                    ? $"the engine's thread failed: {failure.Message}"
                    : "the engine has halted: its journal could not be written");
            }
        }
    }
}
