using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>What a venue says about an order, before it is sequenced. One cache line. Published through a <see cref="VenueReportPort"/>.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
public struct VenueReport
{
    /// <summary>The engine's order, from the request.</summary>
    public OrderHandle Handle;

    /// <summary>The venue's order number on New and Replaced, its execution number on Trade, TradeCancel and TradeCorrect.</summary>
    public ulong VenueNumber;

    /// <summary>Price of the fill on Trade and, as it should have been, on TradeCorrect, the new price on Replaced; 0 there means as asked.</summary>
    public Price Price;

    /// <summary>Quantity of the fill on Trade and, as it should have been, on TradeCorrect, the new total quantity (executed part included) on Replaced, at most the larger of old and asked; 0 there means as asked.</summary>
    public Quantity Quantity;

    /// <summary>The venue's time, ns since 1970-01-01 UTC.</summary>
    public long TransactTimeNs;

    /// <summary>Instrument of the fill where the venue names it beside <see cref="Side"/>; a fill of another than the order's is an alarm.</summary>
    public InstrumentId Instrument;

    /// <summary>The venue.</summary>
    public VenueId Venue;

    /// <summary>What happened; <see cref="ExecType.CancelReject"/> for a refused cancel or replace.</summary>
    public ExecType ExecType;

    /// <summary>Side of the fill where the venue says so, else none: one of another side than the order's is an alarm.</summary>
    public Side Side;

    /// <summary>Maker or taker, on Trade.</summary>
    public Liquidity Liquidity;

    /// <summary>Why, on Rejected and CancelReject.</summary>
    public RejectReason Reason;

    /// <summary>True when a CancelReject answers a replacement.</summary>
    public bool AnswersReplace;
}
