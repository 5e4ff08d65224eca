using System.Diagnostics.CodeAnalysis;

namespace LowLatency.Primitives.Messaging;

/// <summary>An event that leaves eight of its bytes to the ring: the last of its first cache line, where the ring announces it.</summary>
/// <remarks>
/// A consumer that waits looks at the line it is about to read anyway, so one line crosses between the cores, not the cursor's and then the slot's. It costs a store an event.
/// The event takes whole cache lines. Producer and consumer may read the eight bytes and copy them with the event; what they hold means nothing to them. They must not write there anything else than zero or
/// what they copied from a ring.
/// </remarks>
[SuppressMessage("Design", "CA1040", Justification = "A property of a type that the ring must know when its code is compiled: an attribute is not known then.")]
public interface IStampedEvent
{
    /// <summary>Where the eight bytes lie.</summary>
    const int Offset = 56;
}
