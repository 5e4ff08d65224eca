using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>Hands requests to the gateway. Owns nothing but the gateway's outbound side and the refusals, which come back as reports through a source like any other.</summary>
internal struct SubmitStage<TGateway>(TGateway gateway, SpscRing<EngineEvent> refusals)
    where TGateway : struct, IVenueGateway
{
    /// <summary>The gateway; its reports are polled by the engine.</summary>
    public TGateway Gateway = gateway;

    private SpscRing<EngineEvent> _refusals = refusals;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void New(ref EngineEvent e)
    {
        RejectReason reason = Gateway.NewOrder(in e);
        if (reason != RejectReason.None)
        {
            Refuse(ref e, ExecType.Rejected, reason, false);
        }
    }

    /// <summary>Sends a new order with what its venue is to know of its terms.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void New(ref EngineEvent e, in OrderTerms terms)
    {
        RejectReason reason = terms.IsEmpty ? Gateway.NewOrder(in e) : Gateway.NewOrder(in e, in terms);
        if (reason != RejectReason.None)
        {
            Refuse(ref e, ExecType.Rejected, reason, false);
        }
    }

    /// <summary>Sends a cancel.</summary>
    /// <returns>False when the gateway refused it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Cancel(ref EngineEvent e)
    {
        RejectReason reason = Gateway.Cancel(in e);
        if (reason == RejectReason.None)
        {
            return true;
        }

        Refuse(ref e, ExecType.CancelReject, reason, false);
        return false;
    }

    public void Replace(ref EngineEvent e)
    {
        RejectReason reason = Gateway.Replace(in e);
        if (reason != RejectReason.None)
        {
            Refuse(ref e, ExecType.CancelReject, reason, true);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Refuse(ref readonly EngineEvent e, ExecType execType, RejectReason reason, bool answersReplace)
    {
        // There is always room: the engine empties this ring before it takes anything else, and one event refuses at most once, that of a sweep once a cancel.
        ref EngineEvent refusal = ref _refusals.TryClaim();
        VenueReport report = new()
        {
            Handle = Primitives.Identity.OrderHandle.Unpack(e.Handle),
            Instrument = e.Instrument,
            Venue = e.Venue,
            ExecType = execType,
            Reason = reason,
            AnswersReplace = answersReplace,
            TransactTimeNs = e.TimeNs,
        };
        VenueReportPort.Write(ref refusal, in report, e.TimeNs);
        _refusals.Publish();
    }
}
