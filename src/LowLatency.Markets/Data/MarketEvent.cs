using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Data;

/// <summary>One market-data event of any depth: the record of the recording format, what feeds produce and replay consumes.</summary>
/// <remarks>
/// One cache line, little-endian. A field that <see cref="MarketEventKind"/> does not name for a kind is zero.
/// <code>
/// offset size field
///      0    8 ExchangeTimeNs   when the venue says it happened, ns since 1970-01-01 UTC
///      8    8 LocalTimeNs      when it was received, same clock; equal to ExchangeTimeNs where the source has one clock
///     16    8 Price            units of 1e-8
///     24    8 Quantity         units of 1e-8
///     32    8 OrderId          the venue's order reference
///     40    8 OtherId          NewOrderId of a replacement, MatchId of an execution or trade
///     48    8 Sequence         the source's sequence number, 0 where it has none
///     56    4 Instrument       index into the recording's instrument table
///     60    1 Kind
///     61    1 Side
///     62    1 Flags
///     63    1 Status
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
public struct MarketEvent
{
    /// <summary>Bytes of one event.</summary>
    public const int Size = 64;

    /// <summary>When the venue says it happened, ns since 1970-01-01 UTC.</summary>
    [FieldOffset(0)]
    public long ExchangeTimeNs;

    /// <summary>When it was received, on the same clock.</summary>
    [FieldOffset(8)]
    public long LocalTimeNs;

    /// <summary>Price.</summary>
    [FieldOffset(16)]
    public Price Price;

    /// <summary>Quantity.</summary>
    [FieldOffset(24)]
    public Quantity Quantity;

    /// <summary>The venue's order reference.</summary>
    [FieldOffset(32)]
    public ulong OrderId;

    /// <summary>The new reference of a replacement.</summary>
    [FieldOffset(40)]
    public ulong NewOrderId;

    /// <summary>The venue's match number of an execution or trade.</summary>
    [FieldOffset(40)]
    public ulong MatchId;

    /// <summary>The source's sequence number, 0 where it has none.</summary>
    [FieldOffset(48)]
    public long Sequence;

    /// <summary>The instrument.</summary>
    [FieldOffset(56)]
    public InstrumentId Instrument;

    /// <summary>What happened.</summary>
    [FieldOffset(60)]
    public MarketEventKind Kind;

    /// <summary>The side it happened on; of a trade, the aggressor's.</summary>
    [FieldOffset(61)]
    public Side Side;

    /// <summary>Properties.</summary>
    [FieldOffset(62)]
    public MarketEventFlags Flags;

    /// <summary>The trading status a <see cref="MarketEventKind.Status"/> event announces.</summary>
    [FieldOffset(63)]
    public TradingStatus Status;
}
