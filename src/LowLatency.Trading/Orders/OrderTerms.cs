using System.Runtime.InteropServices;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Trading.Orders;

/// <summary>What an order needs beside what every order has. A term that an order does not use is zero.</summary>
/// <remarks>
/// <code>
/// Stop, MarketIfTouched            StopPrice, TriggerSource
/// StopLimit, LimitIfTouched        StopPrice, TriggerSource; the limit is the order's price
/// TrailingStop                     Offset, OffsetUnit, TriggerSource
/// TrailingStopLimit                Offset, OffsetUnit, LimitOffset, TriggerSource
/// Pegged                           PegSource, Offset, OffsetUnit
/// time in force Gtd                ExpireTimeNs
/// any limit order that may rest    DisplayQuantity (iceberg)
/// any order                        MinQuantity, ParentClOrdId, LinkedClOrdId with Contingency
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 72)]
public struct OrderTerms
{
    /// <summary>FIX StopPx (99): the stop or touch price, on the tick and inside the listing's bounds.</summary>
    public Price StopPrice;

    /// <summary>FIX PegOffsetValue (211): distance of a trailing stop, above 0, or of a peg, where below 0 is further from executing. Raw 1e-8, ticks or basis points, as <see cref="OffsetUnit"/> says.</summary>
    public long Offset;

    /// <summary>How much worse than its stop price a trailing stop limit order may execute, 0 or more. The limit is rounded to the tick in the order's favour.</summary>
    public Price LimitOffset;

    /// <summary>FIX ExpireTime (126): the order ends at the first event at or after it. Nanoseconds since 1970-01-01 UTC.</summary>
    public long ExpireTimeNs;

    /// <summary>FIX DisplayQty (1138): how much of the order others see; below its quantity.</summary>
    public Quantity DisplayQuantity;

    /// <summary>FIX MinQty (110): less than this must not execute at a time.</summary>
    public Quantity MinQuantity;

    /// <summary>A working order of the strategy that has to execute first (one triggers the other): the engine holds this one until then. 0 for none.</summary>
    public ulong ParentClOrdId;

    /// <summary>A working order of the strategy to be linked with, and with those it is linked with. 0 for none.</summary>
    public ulong LinkedClOrdId;

    /// <summary>Unit of <see cref="Offset"/>.</summary>
    public OffsetUnit OffsetUnit;

    /// <summary>The price that triggers.</summary>
    public TriggerSource TriggerSource;

    /// <summary>The price of a peg.</summary>
    public PegSource PegSource;

    /// <summary>What it and <see cref="LinkedClOrdId"/> do to one another.</summary>
    public Contingency Contingency;

    /// <summary>True where nothing is said that a venue could do; links are the engine's.</summary>
    public readonly bool IsEmpty =>
        (StopPrice.Raw | Offset | LimitOffset.Raw | ExpireTimeNs | DisplayQuantity.Raw | MinQuantity.Raw) == 0 && PegSource == PegSource.None;

    /// <summary>A stop or touch price.</summary>
    public static OrderTerms Stop(Price stopPrice, TriggerSource source = TriggerSource.Opposite) => new() { StopPrice = stopPrice, TriggerSource = source };

    /// <summary>A trailing distance.</summary>
    public static OrderTerms Trail(long offset, OffsetUnit unit, Price limitOffset = default, TriggerSource source = TriggerSource.Opposite) =>
        new() { Offset = offset, OffsetUnit = unit, LimitOffset = limitOffset, TriggerSource = source };

    /// <summary>These, for an order that waits for another's execution.</summary>
    public readonly OrderTerms After(ulong parentClOrdId)
    {
        OrderTerms terms = this;
        terms.ParentClOrdId = parentClOrdId;
        return terms;
    }

    /// <summary>These, for an order linked with another.</summary>
    public readonly OrderTerms With(Contingency contingency, ulong linkedClOrdId)
    {
        OrderTerms terms = this;
        terms.Contingency = contingency;
        terms.LinkedClOrdId = linkedClOrdId;
        return terms;
    }

    /// <summary>An end.</summary>
    public static OrderTerms Until(long expireTimeNs) => new() { ExpireTimeNs = expireTimeNs };
}
