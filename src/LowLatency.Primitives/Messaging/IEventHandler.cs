using System.Diagnostics.CodeAnalysis;

namespace LowLatency.Primitives.Messaging;

/// <summary>What a consumer does with each event of a ring. Implemented by a struct and passed as a type argument, so that the loop inlines it.</summary>
/// <typeparam name="T">The event.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "The name the Disruptor family uses for it; .NET's event delegates do not occur here.")]
public interface IEventHandler<T>
    where T : unmanaged
{
    /// <summary>Handles one event in place, on the consumer's thread.</summary>
    /// <param name="item">The slot; it may be changed, and must not be kept beyond the call.</param>
    /// <param name="sequence">The event's sequence number: 0 for the first of the ring's life, then one more each.</param>
    /// <param name="endOfBatch">True for the last event before the slots are released: the place to flush.</param>
    void OnEvent(ref T item, long sequence, bool endOfBatch);
}
