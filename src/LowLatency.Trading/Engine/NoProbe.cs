using System.Runtime.CompilerServices;

namespace LowLatency.Trading.Engine;

/// <summary>Watches nothing.</summary>
public readonly struct NoProbe : IStageProbe
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(EngineEventKind kind)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(EngineStage stage)
    {
    }
}
