namespace LowLatency.Gateways.Ouch;

/// <summary>What is known of an order under one of its numbers.</summary>
[Flags]
#pragma warning disable CA1711 // The name says what it is.
internal enum OuchOrderFlags : byte
#pragma warning restore CA1711
{
    None = 0,

    /// <summary>The venue has taken it.</summary>
    Accepted = 1,

    /// <summary>A replacement that has not been answered; the order still goes by its other number.</summary>
    Replacement = 2,

    /// <summary>A cancel is on its way.</summary>
    Canceling = 4,

    /// <summary>It may not take liquidity: where it would, it expires.</summary>
    PostOnly = 8,

    /// <summary>The venue took shares off that the engine still counts as open.</summary>
    Reduced = 16,
}
