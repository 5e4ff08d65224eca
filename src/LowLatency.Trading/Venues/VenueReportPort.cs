using System.Runtime.CompilerServices;
using LowLatency.Primitives.Messaging;
using LowLatency.Trading.Engine;

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref EngineEvent e, in VenueReport report, long timeNs)
    {
        e.Head = (ulong)EngineEventKind.VenueReport
            | ((ulong)report.ExecType << 8)
            | ((ulong)report.Liquidity << 16)
            | ((ulong)report.Reason << 24)
            | ((report.AnswersReplace ? (ulong)EngineEventFlags.AnswersReplace : 0) << 40);
        e.ReportedTimeNs = report.TransactTimeNs;
        e.TimeNs = timeNs;
        e.Price = report.Price;
        e.Quantity = report.Quantity;
        e.VenueNumber = report.VenueNumber;
        e.Target = report.Handle.Packed;
    }
}
