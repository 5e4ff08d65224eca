using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>Questions to <see cref="VenueAbilities"/>.</summary>
internal static class VenueAbilitiesExtensions
{
    /// <summary>True where the venue takes orders of that type as they are.</summary>
    public static bool Has(this VenueAbilities abilities, OrderType type) => type.IsKnown() && ((int)abilities >> (int)type & 1) != 0;

    /// <summary>True where the venue has all of these.</summary>
    public static bool Has(this VenueAbilities abilities, VenueAbilities needed) => (needed & ~abilities) == 0;

    /// <summary>What the venue lacks to take the order as it is, or as the engine sends it. Reduce-only and good-till-date orders are the engine's to keep.</summary>
    public static VenueAbilities Missing(this VenueAbilities abilities, OrderType type, TimeInForce timeInForce, ExecInst execInst)
    {
        VenueAbilities needed = timeInForce switch
        {
            TimeInForce.Ioc => VenueAbilities.Ioc,
            TimeInForce.Fok => VenueAbilities.Fok,
            TimeInForce.AtTheOpening => VenueAbilities.AtTheOpening,
            TimeInForce.AtTheClose => VenueAbilities.AtTheClose,
            _ => VenueAbilities.None,
        };
        needed |= (execInst & ExecInst.PostOnly) != 0 ? VenueAbilities.PostOnly : VenueAbilities.None;
        needed |= (execInst & ExecInst.AllOrNone) != 0 ? VenueAbilities.AllOrNone : VenueAbilities.None;
        needed |= (execInst & ExecInst.Hidden) != 0 ? VenueAbilities.Hidden : VenueAbilities.None;
        needed |= !type.IsKnown() || abilities.Has(type) ? VenueAbilities.None : (VenueAbilities)(1 << (int)type.Released());
        return needed & ~abilities;
    }

    /// <summary>What the venue lacks to do what the terms say.</summary>
    public static VenueAbilities Missing(this VenueAbilities abilities, in OrderTerms terms)
    {
        VenueAbilities needed = terms.DisplayQuantity.Raw != 0 ? VenueAbilities.Iceberg : VenueAbilities.None;
        needed |= terms.MinQuantity.Raw != 0 ? VenueAbilities.MinQuantity : VenueAbilities.None;
        return needed & ~abilities;
    }
}
