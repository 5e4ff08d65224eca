using System.Runtime.CompilerServices;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Validation;

/// <summary>Do side, type, time in force and instructions of a new order go together?</summary>
internal static class OrderTraits
{
    private const int TimesInForce = (1 << (int)TimeInForce.Day) | (1 << (int)TimeInForce.Gtc) | (1 << (int)TimeInForce.Ioc) | (1 << (int)TimeInForce.Fok);

    /// <summary>Side 1 or 2, type 1 or 2, time in force below 8 and no instructions: as one comparison of what lies above that.</summary>
    private const uint FirstLegal = 0x00_00_01_01;

    private const uint AboveLegal = 0xFF_F8_FE_FE;

    /// <summary>The same with type 2 alone.</summary>
    private const uint FirstLegalLimit = 0x00_00_02_01;

    private const uint AboveLegalLimit = 0xFF_F8_FF_FE;

    /// <summary>True for an order without instructions whose traits are all legal; false for all others, of which <see cref="Faults"/> knows more.</summary>
    /// <param name="head">The event's first word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreLegal(ulong head) => AreWithin(head, FirstLegal, AboveLegal);

    /// <summary>As <see cref="AreLegal"/>, true for limit orders only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreLegalLimit(ulong head) => AreWithin(head, FirstLegalLimit, AboveLegalLimit);

    /// <summary>Every check of the traits that fails.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Faults(ref readonly EngineEvent e)
    {
        ulong failed = 0;
        bool market = e.OrderType == OrderType.Market;
        bool cannotRest = market || e.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        FailedChecks.Add(ref failed, (uint)e.Side - 1 > 1, RejectReason.InvalidSide);
        FailedChecks.Add(ref failed, (uint)e.OrderType - 1 > 1, RejectReason.InvalidOrderType);
        FailedChecks.Add(ref failed, e.TimeInForce > TimeInForce.Fok || ((TimesInForce >> (int)e.TimeInForce) & 1) == 0, RejectReason.InvalidTimeInForce);
        FailedChecks.Add(ref failed, e.ExecInst != ExecInst.None && (e.ExecInst > ExecInst.PostOnly || cannotRest), RejectReason.InvalidExecInst);
        return failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreWithin(ulong head, uint first, uint above)
    {
        uint traits = (uint)(head >> 8) - first;
        return (traits & above) == 0 && ((TimesInForce >> (int)(traits >> 16)) & 1) != 0;
    }
}
