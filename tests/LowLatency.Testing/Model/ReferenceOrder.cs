using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;

namespace LowLatency.Testing.Model;

/// <summary>An order of the <see cref="ReferenceEngine"/>.</summary>
public sealed class ReferenceOrder
{
    public required ulong Handle { get; init; }

    public required StrategyId Strategy { get; init; }

    public required AccountId Account { get; init; }

    public required ListingDefinition Listing { get; init; }

    public required Side Side { get; init; }

    public required OrderType OrderType { get; init; }

    public required TimeInForce TimeInForce { get; init; }

    public required ExecInst ExecInst { get; init; }

    public required ulong ClOrdId { get; set; }

    public required long Price { get; set; }

    public required long Quantity { get; set; }

    public ulong OrigClOrdId { get; set; }

    public ulong VenueOrderId { get; set; }

    public long CumQty { get; set; }

    public BigInteger CumNotional { get; set; }

    public OrdStatus Status { get; set; } = OrdStatus.PendingNew;

    public bool Acknowledged { get; set; }

    /// <summary>What a unit of it was taken to cost when it was sent.</summary>
    public long ValuedAt { get; set; }

    /// <summary>The replacement on its way.</summary>
    public (ulong ClOrdId, long Price, long Quantity)? Replacement { get; set; }

    /// <summary>What it was sent with besides.</summary>
    public OrderTerms Terms { get; set; }

    /// <summary>The sequence of the event that gave it the terms it waits with.</summary>
    public long Since { get; set; }

    /// <summary>The best price it has watched since.</summary>
    public BigInteger Mark { get; set; }

    /// <summary>The price that triggers it.</summary>
    public BigInteger StopPrice { get; set; }

    /// <summary>When the engine ends it; 0 never.</summary>
    public long ExpiresNs { get; set; }

    /// <summary>The sequence of the event that said so.</summary>
    public long ExpirySince { get; set; }

    /// <summary>Whether the cancel on its way ends it by its date.</summary>
    public bool IsExpiring { get; set; }

    /// <summary>Whether its venue waits for its trigger.</summary>
    public bool WaitsAtVenue { get; set; }

    /// <summary>Whether it has a place among the orders with terms.</summary>
    public bool HasTerms { get; set; }

    /// <summary>The sequence of the event that brought it.</summary>
    public long Born { get; init; }

    /// <summary>The order it waits for.</summary>
    public ReferenceOrder? Parent { get; set; }

    /// <summary>Whether no more of it may be sent than its parent has executed.</summary>
    public bool HasParent { get; set; }

    /// <summary>What its parent has executed and its ring has not.</summary>
    public BigInteger Allowed { get; set; }

    /// <summary>The orders it is linked with, itself among them, in the order of the ring.</summary>
    public List<ReferenceOrder> Ring { get; set; } = [];

    public Contingency Contingency { get; set; }

    /// <summary>What its ring has executed and it has not been made smaller by.</summary>
    public BigInteger Owed { get; set; }

    /// <summary>Whether its trigger has counted as its execution.</summary>
    public bool IsSpent { get; set; }

    /// <summary>Whether the replacement on its way is the engine's own.</summary>
    public bool IsReducing { get; set; }

    /// <summary>Whether it waits for its trigger.</summary>
    public bool IsActive { get; set; }

    /// <summary>When and against which opposite best it was sent, where a circuit breaker looked.</summary>
    public (long TimeNs, BigInteger Reference)? SentMark { get; set; }

    /// <summary>When, and as the how-manieth, it was sent, where its age is looked at.</summary>
    public (long TimeNs, long Order)? AgeFrom { get; set; }

    /// <summary>Whether the venue has suspended it.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>Whether the venue has done with it for the day.</summary>
    public bool IsDoneForDay { get; set; }

    /// <summary>Whether it is only kept: final, with nothing on its way.</summary>
    public bool IsCompleted { get; set; }

    /// <summary>Whether it is to be released and waits for its session.</summary>
    public bool IsParked { get; set; }

    /// <summary>Whether a kill switch or a mass cancel wants it ended.</summary>
    public bool CancelWanted { get; set; }

    /// <summary>The cancel on its way; 0 where no strategy asked for it.</summary>
    public ulong? CancelClOrdId { get; set; }

    public bool IsFinal => Status is OrdStatus.Filled or OrdStatus.Canceled or OrdStatus.Expired or OrdStatus.Rejected;

    public long LeavesQty => IsFinal ? 0 : Math.Max(0, Quantity - CumQty);

    /// <summary>What it may still execute, if a replacement on its way is taken or not.</summary>
    public long Reserved => IsFinal ? 0 : Math.Max(LeavesQty, Replacement is { } r ? r.Quantity - CumQty : 0);

    /// <summary>The state after an action; flags as they are after it.</summary>
    public OrdStatus After(OrderAction action, bool replacing, bool canceling) =>
        ReferenceTransitions.Next(Status, action, Acknowledged, replacing, canceling, CumQty > 0, IsSuspended, IsDoneForDay);
}
