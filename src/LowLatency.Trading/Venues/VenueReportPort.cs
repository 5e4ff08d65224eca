using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Venues;

/// <summary>Where a venue that runs on another thread, or in simulated time, hands its reports to the engine. One thread, the venue's.</summary>
public sealed class VenueReportPort
{
    private readonly SpscRing<EngineEvent> _inbox;
    private readonly Doorbell _doorbell;

    internal VenueReportPort(SpscRing<EngineEvent> inbox, Doorbell doorbell)
    {
        _inbox = inbox;
        _doorbell = doorbell;
    }

    /// <summary>Hands a report over at <paramref name="timeNs"/>, when it reached this side.</summary>
    /// <returns><see cref="SendResult.Backpressure"/> when the inbox is full: keep the report and try again, it must not be lost.</returns>
    public SendResult Publish(in VenueReport report, long timeNs)
    {
        ref EngineEvent e = ref _inbox.TryClaim();
        if (Unsafe.IsNullRef(ref e))
        {
            return SendResult.Backpressure;
        }

        Write(ref e, in report, timeNs);
        _inbox.Publish();
        _doorbell.Ring();
        return SendResult.Sent;
    }

    /// <summary>Fills an event with a report: for gateways that keep a ring of their own on the engine's thread.</summary>
    public static void Write(ref EngineEvent e, in VenueReport report, long timeNs) => Write(
        ref e, report.Handle.Packed, report.ExecType, report.Liquidity, report.Reason, report.AnswersReplace, report.VenueNumber, report.Price, report.Quantity, report.TransactTimeNs, timeNs, EngineEvent.FillOf(report.Side, report.Instrument));

    /// <summary>As the form with a <see cref="VenueReport"/>, from its parts: a struct of that size would be built in memory only to be read again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(
        ref EngineEvent e,
        ulong handle,
        ExecType execType,
        Liquidity liquidity,
        RejectReason reason,
        bool answersReplace,
        ulong venueNumber,
        Price price,
        Quantity quantity,
        long transactTimeNs,
        long timeNs,
        ushort fill = 0)
    {
        e.Head = (ulong)EngineEventKind.VenueReport
            | ((ulong)execType << 8)
            | ((ulong)liquidity << 16)
            | ((ulong)reason << 24)
            | ((answersReplace ? (ulong)EngineEventFlags.AnswersReplace : 0) << 40)
            | ((ulong)fill << 48);
        e.ReportedTimeNs = transactTimeNs;
        e.TimeNs = timeNs;
        e.Price = price;
        e.Quantity = quantity;
        e.VenueNumber = venueNumber;
        e.Target = handle;
    }
}
