using LowLatency.Hosting.Configuration;
using LowLatency.Trading.Engine;

namespace LowLatency.Hosting.Runs;

/// <summary>How a configuration wants an engine to be run.</summary>
internal static class EngineThreads
{
    /// <summary>What starts an engine on threads of its own; null where it runs on the caller's.</summary>
    public static Func<TradingEngine, EngineThread>? Of(RunSettings settings) => settings.Topology switch
    {
        EngineTopology.Pinned => engine => EngineThread.Start(engine, WaitStrategies.Create(settings.Wait), settings.Core),
        EngineTopology.Groups => engine => EngineThread.Start(
            engine,
            settings.Groups[0].Through == LastStage.Sequence ? StageSplit.AfterSequence : StageSplit.AfterValidate,
            (WaitStrategies.Create(settings.Wait), settings.Groups[0].Core),
            (WaitStrategies.Create(settings.Wait), settings.Groups[1].Core)),
        _ => null,
    };
}
