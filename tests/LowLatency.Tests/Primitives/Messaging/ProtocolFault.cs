namespace LowLatency.Tests.Primitives.Messaging;

/// <summary>What can be wrong with a hand-off, to show that <see cref="SpscProtocolModel"/> finds it.</summary>
public enum ProtocolFault
{
    None,

    /// <summary>The producer takes the next slot without asking whether it is free.</summary>
    ClaimsWithoutRoom,

    /// <summary>The cursor may be seen before the slot.</summary>
    PublishesPlainly,

    /// <summary>The stamp may be seen before the slot.</summary>
    StampsPlainly,

    /// <summary>The stamp may be seen before the cursor.</summary>
    StampsBeforeItPublishes,

    /// <summary>A stamp that says which slot, not which lap.</summary>
    StampsTheSameEachLap,
}
