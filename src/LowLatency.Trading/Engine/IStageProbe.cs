namespace LowLatency.Trading.Engine;

/// <summary>Watches an event pass the stages: a type argument, so that watching nothing costs nothing. What it reads never enters an event.</summary>
public interface IStageProbe
{
    /// <summary>An event is taken.</summary>
    void Begin(EngineEventKind kind);

    /// <summary>A stage is done with it.</summary>
    void Mark(EngineStage stage);
}
