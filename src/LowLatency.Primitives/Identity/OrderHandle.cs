namespace LowLatency.Primitives.Identity;

/// <summary>Where an order lives in the engine: a slot, and the generation that tells its use from earlier ones. Handed out with the first report.</summary>
/// <param name="Slot">Index into the order pool.</param>
/// <param name="Generation">Count of uses of that slot; 0 never occurs, so the default handle means none.</param>
/// <remarks>Eight bytes, the slot in the low half.</remarks>
public readonly record struct OrderHandle(int Slot, uint Generation)
{
    /// <summary>No order.</summary>
    public static OrderHandle None => default;

    /// <summary>True for the default handle.</summary>
    public bool IsNone => Generation == 0;

    /// <summary>Both halves as one number.</summary>
    public ulong Packed => ((ulong)Generation << 32) | (uint)Slot;

    /// <summary>The handle that <see cref="Packed"/> came from.</summary>
    public static OrderHandle Unpack(ulong packed) => new((int)(uint)packed, (uint)(packed >> 32));

    /// <summary>Slot and generation.</summary>
    public override string ToString() => $"{Slot}.{Generation}";
}
