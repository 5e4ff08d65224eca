using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>A request on its way to a venue that runs on another thread, or in simulated time. One cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
public struct VenueRequest
{
    /// <summary>The engine's order, to be named in every report about it.</summary>
    public OrderHandle Handle;

    /// <summary>The client id of the request.</summary>
    public ulong ClOrdId;

    /// <summary>What the venue called the order, on cancel and replace; 0 before it did.</summary>
    public ulong VenueOrderId;

    /// <summary>Limit price; 0 for a market order.</summary>
    public Price Price;

    /// <summary>Total quantity of the order, executed part included.</summary>
    public Quantity Quantity;

    /// <summary>Engine time when it was sent, ns since 1970-01-01 UTC.</summary>
    public long TimeNs;

    /// <summary>Instrument.</summary>
    public InstrumentId Instrument;

    /// <summary>Venue.</summary>
    public VenueId Venue;

    /// <summary>What is asked.</summary>
    public VenueRequestKind Kind;

    /// <summary>Side, of a new order.</summary>
    public Side Side;

    /// <summary>Type, of a new order.</summary>
    public OrderType OrderType;

    /// <summary>Time in force, of a new order.</summary>
    public TimeInForce TimeInForce;

    /// <summary>Instructions, of a new order.</summary>
    public ExecInst ExecInst;

    /// <summary>What a request of kind <see cref="VenueRequestKind.Terms"/> says.</summary>
    public readonly OrderTerms Terms => new()
    {
        StopPrice = Price,
        Offset = (long)ClOrdId,
        LimitOffset = new Price((long)VenueOrderId),
        ExpireTimeNs = TimeNs,
        DisplayQuantity = Quantity,
        MinQuantity = new Quantity((long)Handle.Packed),
        OffsetUnit = (OffsetUnit)OrderType,
        TriggerSource = (TriggerSource)TimeInForce,
        PegSource = (PegSource)ExecInst,
    };

    internal void Write(in OrderTerms terms)
    {
        this = default;
        Kind = VenueRequestKind.Terms;
        Price = terms.StopPrice;
        ClOrdId = (ulong)terms.Offset;
        VenueOrderId = (ulong)terms.LimitOffset.Raw;
        TimeNs = terms.ExpireTimeNs;
        Quantity = terms.DisplayQuantity;
        Handle = OrderHandle.Unpack((ulong)terms.MinQuantity.Raw);
        OrderType = (OrderType)terms.OffsetUnit;
        TimeInForce = (TimeInForce)terms.TriggerSource;
        ExecInst = (ExecInst)terms.PegSource;
    }
}
