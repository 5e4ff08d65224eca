using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Validation;

/// <summary>Do side, type, time in force and instructions of a new order go together?</summary>
internal static class OrderTraits
{
    private const int PlainTimesInForce = (1 << (int)TimeInForce.Day) | (1 << (int)TimeInForce.Gtc) | (1 << (int)TimeInForce.Ioc) | (1 << (int)TimeInForce.Fok);
    private const int TimesInForce = PlainTimesInForce | (1 << (int)TimeInForce.AtTheOpening) | (1 << (int)TimeInForce.Gtd) | (1 << (int)TimeInForce.AtTheClose);
    private const ExecInst Instructions = ExecInst.PostOnly | ExecInst.ReduceOnly | ExecInst.AllOrNone | ExecInst.Hidden;

    /// <summary>Side 1 or 2, type 1 or 2, time in force below 8, no instructions and no flags: as one comparison of what lies above that.</summary>
    private const ulong FirstPlain = 0x00_00_00_01_01;

    private const ulong AbovePlain = 0xFF_FF_F8_FE_FE;

    /// <summary>The same with type 2 alone.</summary>
    private const ulong FirstPlainLimit = 0x00_00_00_02_01;

    private const ulong AbovePlainLimit = 0xFF_FF_F8_FF_FE;

    /// <summary>True for a market or limit order of a plain time in force, without instructions or terms; false for all others, of which <see cref="Faults"/> knows more.</summary>
    /// <param name="head">The event's first word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ArePlain(ulong head) => AreWithin(head, FirstPlain, AbovePlain);

    /// <summary>As <see cref="ArePlain"/>, true for limit orders only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ArePlainLimit(ulong head) => AreWithin(head, FirstPlainLimit, AbovePlainLimit);

    /// <summary>True for an order that has terms, or cannot be without.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NeedTerms(ref readonly EngineEvent e) => (e.Flags & EngineEventFlags.HasTerms) != 0 || e.OrderType > OrderType.Limit || e.TimeInForce == TimeInForce.Gtd;

    /// <summary>Every check of the traits that fails.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Faults(ref readonly EngineEvent e)
    {
        ulong failed = 0;
        OrderType type = e.OrderType.Released();
        bool market = type is OrderType.Market or OrderType.MarketToLimit;
        bool cannotRest = type == OrderType.Market || e.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        FailedChecks.Add(ref failed, !e.Side.IsKnown(), RejectReason.InvalidSide);
        FailedChecks.Add(ref failed, !e.OrderType.IsKnown(), RejectReason.InvalidOrderType);
        FailedChecks.Add(ref failed, e.TimeInForce > TimeInForce.AtTheClose || ((TimesInForce >> (int)e.TimeInForce) & 1) == 0, RejectReason.InvalidTimeInForce);
        FailedChecks.Add(ref failed, (e.ExecInst & ~Instructions) != 0 || (cannotRest && (e.ExecInst & ~ExecInst.ReduceOnly) != 0) || (market && (e.ExecInst & ExecInst.PostOnly) != 0), RejectReason.InvalidExecInst);
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreWithin(ulong head, ulong first, ulong above)
    {
        ulong traits = (head >> 8) - first;
        return (traits & above) == 0 && ((PlainTimesInForce >> (int)(traits >> 16)) & 1) != 0;
    }
}
