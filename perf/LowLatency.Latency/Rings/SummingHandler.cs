using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;

namespace LowLatency.Latency.Rings;

/// <summary>Adds up what it is handed, so that a lost, doubled or torn event shows.</summary>
internal struct SummingHandler : IEventHandler<LineEvent>
{
    public long Sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OnEvent(ref LineEvent item, long sequence, bool endOfBatch) => Sum += item.Sum;
}
