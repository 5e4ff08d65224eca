using System.Runtime.InteropServices;
using LowLatency.Primitives.Orders;

namespace LowLatency.Markets.Matching.Reports;

/// <summary>A report of a <see cref="MatchingBook"/> as a record of one cache line.</summary>
/// <remarks>
/// 64 bytes:
/// <code>
/// 0  sequence   i64  number of the request that caused it
/// 8  order      u64  id; of a trade: the taker
/// 16 maker      u64  id, trades only
/// 24 price      i64  ticks; of a trade: the maker's price
/// 32 quantity   i64  lots; of a cancel: what was open
/// 40 leaves     i64  of a trade: what the taker has left
/// 48 maker left i64  of a trade: what the maker has left
/// 56 owner      i32  of the order; of a trade: the taker's
/// 60 kind, side, reason u8 each; reason is a CancelReason or a MatchRejectReason; one byte zero
/// </code>
/// Fields that a kind does not have are not written and hold what the slot held before.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 64)]
public struct MatchReport
{
    /// <summary>Number of the request that caused it.</summary>
    [FieldOffset(0)] public long Sequence;

    /// <summary>The order; of a trade the taker.</summary>
    [FieldOffset(8)] public ulong OrderId;

    /// <summary>The maker of a trade.</summary>
    [FieldOffset(16)] public ulong MakerId;

    /// <summary>Ticks.</summary>
    [FieldOffset(24)] public long Price;

    /// <summary>Lots.</summary>
    [FieldOffset(32)] public long Quantity;

    /// <summary>Of a trade, lots the taker has left.</summary>
    [FieldOffset(40)] public long Leaves;

    /// <summary>Of a trade, lots the maker has left.</summary>
    [FieldOffset(48)] public long MakerLeaves;

    /// <summary>Tag of the order's owner; of a trade the taker's.</summary>
    [FieldOffset(56)] public int Owner;

    /// <summary>What it tells.</summary>
    [FieldOffset(60)] public MatchReportKind Kind;

    /// <summary>Side of the order; not of trades and rejects.</summary>
    [FieldOffset(61)] public Side Side;

    /// <summary>A <see cref="CancelReason"/> or a <see cref="MatchRejectReason"/>, by kind.</summary>
    [FieldOffset(62)] public byte Reason;

    /// <summary>Owner, kind, side, reason and the zero, to be written at once.</summary>
    [FieldOffset(56)] internal ulong Tail;
}
