using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Threading;

namespace LowLatency.Trading.Engine;

/// <summary>Runs an engine on a thread of its own, all stages fused, or on two, a group of stages on each; pinned to cores if asked. Start once, stop once.</summary>
public sealed class EngineThread : IDisposable
{
    private readonly TradingEngine _engine;
    private readonly StageThread[] _threads;
    private bool _stopped;

    private EngineThread(TradingEngine engine, params StageThread[] threads)
    {
        _engine = engine;
        _threads = threads;
        Array.ForEach(threads, thread => thread.Start());
    }

    /// <summary>Where it runs, or why it could not be pinned; of both threads, if there are two.</summary>
    public string Placement => string.Join(" and ", _threads.Select(thread => thread.Placement));

    /// <summary>Bytes allocated on the engine's threads since <see cref="MarkWarm"/>; read it after <see cref="Stop"/>.</summary>
    public long AllocatedBytes => _threads.Sum(thread => thread.AllocatedBytes);

    /// <summary>What ended a thread early; null while all is well.</summary>
    public Exception? Failure => _threads.Select(thread => thread.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>Starts an engine on one thread; returns when it runs.</summary>
    /// <param name="engine">The engine; from now on nobody else may call its turn.</param>
    /// <param name="wait">What the thread does while there is nothing to do.</param>
    /// <param name="core">The core to pin it to; null leaves it to the operating system.</param>
    /// <exception cref="ArgumentException">The core does not exist here or is not one this process may use; nothing was started.</exception>
    public static EngineThread Start(TradingEngine engine, IWaitStrategy wait, int? core)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(wait);
        Check(core, nameof(core));
        return new EngineThread(engine, new StageThread(engine, StageGroup.All, wait, core));
    }

    /// <summary>Starts an engine on two threads; returns when both run.</summary>
    /// <param name="engine">The engine; from now on nobody else may call its turn.</param>
    /// <param name="split">Which stages run on the first thread.</param>
    /// <param name="first">The first thread's wait strategy, its own, and core.</param>
    /// <param name="second">The second thread's.</param>
    /// <exception cref="ArgumentException">A core does not exist here or is not one this process may use; nothing was started.</exception>
    /// <exception cref="InvalidOperationException">The engine's gateway is for one thread only.</exception>
    public static EngineThread Start(TradingEngine engine, StageSplit split, (IWaitStrategy Wait, int? Core) first, (IWaitStrategy Wait, int? Core) second)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(first.Wait);
        ArgumentNullException.ThrowIfNull(second.Wait);
        Check(first.Core, nameof(first));
        Check(second.Core, nameof(second));
        engine.Split(split);
        return new EngineThread(
            engine, new StageThread(engine, StageGroup.Second, second.Wait, second.Core), new StageThread(engine, StageGroup.First, first.Wait, first.Core));
    }

    /// <summary>Asks the threads to start counting allocated bytes anew, at their next turn.</summary>
    public void MarkWarm() => Array.ForEach(_threads, thread => thread.MarkWarm());

    /// <summary>Stops after the turn it is in; what is in the inboxes stays there. What has been handed from one thread to the other is worked off first.</summary>
    public void Stop()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _threads[^1].Stop();
        for (SpinWait spin = default; _engine.IsHandedOver && Failure is null;)
        {
            spin.SpinOnce();
        }

        if (_threads.Length > 1)
        {
            _threads[0].Stop();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        Array.ForEach(_threads, thread => thread.Dispose());
    }

    private static void Check(int? core, string name)
    {
        if (core is int wanted && CpuTopology.Read().Check(wanted) is string fault)
        {
            throw new ArgumentException($"core={wanted} {fault}", name);
        }
    }
}
