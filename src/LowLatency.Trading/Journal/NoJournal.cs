using System.Runtime.CompilerServices;
using LowLatency.Trading.Engine;

namespace LowLatency.Trading.Journal;

/// <summary>Keeps no journal.</summary>
public readonly struct NoJournal : IInputJournal
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Append(ref EngineEvent e) => true;
}
