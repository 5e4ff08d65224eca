using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>One thing that can keep an order from being sent. A struct, so that the gate's calls are inlined; listed in <see cref="RiskGate"/>. It looks, and changes nothing: what it counts is told to it by the gate.</summary>
internal interface IRiskControl
{
    /// <summary>What a refusal says.</summary>
    static abstract RejectReason Reason { get; }

    /// <summary>Whether its values are money, raw 1e-16.</summary>
    static virtual bool CountsMoney => false;

    /// <summary>Whether value over limit says how far the limit is used; false for prices.</summary>
    static virtual bool IsShare => true;

    /// <summary>True when the order may not be sent. Fails closed: what is missing or does not fit breaks it.</summary>
    bool Breaks(ref readonly RiskRequest request);

    /// <summary>Value and limit of the tightest limit, for refusals and scores. Off the fast path.</summary>
    RiskUse Use(ref readonly RiskRequest request);

    /// <summary>The largest total quantity that would not break it, given everything else of the order; <see cref="long.MaxValue"/> where quantity does not matter. Off the fast path.</summary>
    long Room(ref readonly RiskRequest request);
}
