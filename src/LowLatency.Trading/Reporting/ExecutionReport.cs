using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Orders;

namespace LowLatency.Trading.Reporting;

/// <summary>What a strategy is told about its order (FIX ExecutionReport 35=8, or OrderCancelReject 35=9 where <see cref="ExecType"/> is <see cref="ExecType.CancelReject"/>).</summary>
/// <remarks>
/// Three cache lines, little-endian, every byte defined: it is also the record that output hashes are made of.
/// <code>
/// offset size field
///      0    8 Sequence       of the event it answers
///      8    8 TimeNs         engine time, ns since 1970-01-01 UTC
///     16    8 TransactTimeNs the venue's time, or engine time where the engine decided
///     24    8 ClOrdId        of the request answered, or the order's current one
///     32    8 OrigClOrdId    of a cancel or replace answered
///     40    8 Handle         slot and generation, 0 where no order came to be
///     48    8 VenueNumber    VenueOrderId on New and Replaced, ExecId on Trade
///     56    1 ExecType
///     57    1 OrdStatus      None on a bust or correction of an order that is not kept any more
///     58    1 RejectReason
///     59    1 Side
///     60    1 OrderType
///     61    1 TimeInForce
///     62    1 ExecInst
///     63    1 Liquidity
///     64    8 Price
///     72    8 OrderQty
///     80    8 LastPx
///     88    8 LastQty
///     96    8 CumQty
///    104    8 LeavesQty      0 in every final state
///    112   16 CumNotional    exact sum of LastPx × LastQty, 1e-16
///    128   16 Fee            of this fill, 1e-16, negative is a rebate
///    144    8 FailedChecks
///    152    8 RejectValue
///    160    8 RejectLimit
///    168    4 Instrument
///    172    2 Strategy
///    174    2 Venue
///    176    2 Account
///    178    2 RiskScorePercent highest use of any limit, on a refusal of the engine
///    180    4 (zero)
///    184    8 LargestQuantity  what would have passed, on a refusal of the engine; PreviousLastQty on TradeCorrect
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
public struct ExecutionReport
{
    /// <summary>Bytes of one report.</summary>
    public const int Size = 192;

    /// <summary>Sequence of the event it answers.</summary>
    [FieldOffset(0)]
    public long Sequence;

    /// <summary>Engine time.</summary>
    [FieldOffset(8)]
    public long TimeNs;

    /// <summary>FIX TransactTime (60).</summary>
    [FieldOffset(16)]
    public long TransactTimeNs;

    /// <summary>FIX ClOrdID (11).</summary>
    [FieldOffset(24)]
    public ulong ClOrdId;

    /// <summary>FIX OrigClOrdID (41).</summary>
    [FieldOffset(32)]
    public ulong OrigClOrdId;

    /// <summary>The order's slot and generation, for cancel and replace.</summary>
    [FieldOffset(40)]
    public OrderHandle Handle;

    /// <summary>FIX SecondaryOrderID (198) on New and Replaced, ExecID (17) on Trade, ExecRefID (19) on TradeCancel and TradeCorrect.</summary>
    [FieldOffset(48)]
    public ulong VenueNumber;

    /// <summary>Why this report is sent.</summary>
    [FieldOffset(56)]
    public ExecType ExecType;

    /// <summary>How the order stands; none where an execution of one is busted or corrected that is not kept any more.</summary>
    [FieldOffset(57)]
    public OrdStatus OrdStatus;

    /// <summary>First failed check, or the venue's refusal.</summary>
    [FieldOffset(58)]
    public RejectReason RejectReason;

    /// <summary>Side.</summary>
    [FieldOffset(59)]
    public Side Side;

    /// <summary>Order type.</summary>
    [FieldOffset(60)]
    public OrderType OrderType;

    /// <summary>Time in force.</summary>
    [FieldOffset(61)]
    public TimeInForce TimeInForce;

    /// <summary>Instructions.</summary>
    [FieldOffset(62)]
    public ExecInst ExecInst;

    /// <summary>Maker or taker, on a trade.</summary>
    [FieldOffset(63)]
    public Liquidity Liquidity;

    /// <summary>Limit price, 0 for a market order.</summary>
    [FieldOffset(64)]
    public Price Price;

    /// <summary>Order quantity.</summary>
    [FieldOffset(72)]
    public Quantity OrderQty;

    /// <summary>Price of this fill.</summary>
    [FieldOffset(80)]
    public Price LastPx;

    /// <summary>Quantity of this fill.</summary>
    [FieldOffset(88)]
    public Quantity LastQty;

    /// <summary>Executed so far.</summary>
    [FieldOffset(96)]
    public Quantity CumQty;

    /// <summary>Open for execution; 0 in every final state.</summary>
    [FieldOffset(104)]
    public Quantity LeavesQty;

    /// <summary>Exact value executed so far; the average price is this over <see cref="CumQty"/>.</summary>
    [FieldOffset(112)]
    public Notional CumNotional;

    /// <summary>Fee of this fill, rounded up to 1e-16; negative is a rebate.</summary>
    [FieldOffset(128)]
    public Notional Fee;

    /// <summary>Every check that failed.</summary>
    [FieldOffset(144)]
    public FailedChecks FailedChecks;

    /// <summary>The value that broke the first failed check.</summary>
    [FieldOffset(152)]
    public long RejectValue;

    /// <summary>The limit it broke.</summary>
    [FieldOffset(160)]
    public long RejectLimit;

    /// <summary>Instrument.</summary>
    [FieldOffset(168)]
    public InstrumentId Instrument;

    /// <summary>Strategy.</summary>
    [FieldOffset(172)]
    public StrategyId Strategy;

    /// <summary>Venue.</summary>
    [FieldOffset(174)]
    public VenueId Venue;

    /// <summary>Account.</summary>
    [FieldOffset(176)]
    public AccountId Account;

    /// <summary>The highest use of any limit, this request included, in percent; 65,535 stands for all above. On refusals of the engine.</summary>
    [FieldOffset(178)]
    public ushort RiskScorePercent;

    /// <summary>The largest quantity that would have passed, 0 where another would not help. On refusals of the engine.</summary>
    [FieldOffset(184)]
    public Quantity LargestQuantity;

    /// <summary>What the quantity of a corrected execution was before.</summary>
    [FieldOffset(184)]
    public Quantity PreviousLastQty;

    /// <summary>The average price executed at, rounded half to even; 0 where nothing has been. For the edge: nothing is computed with it.</summary>
    public readonly Price AveragePrice => CumQty.Raw <= 0 ? default : new((long)MulDiv.HalfEven(CumNotional.Raw, CumQty.Raw));

    /// <summary>Everything from the account to the score as one word.</summary>
    [FieldOffset(176)]
    internal ulong Tail;

    /// <summary><see cref="LargestQuantity"/> as one word.</summary>
    [FieldOffset(184)]
    internal ulong EndOfTail;

    /// <summary><see cref="Handle"/> as one word.</summary>
    [FieldOffset(40)]
    internal ulong PackedHandle;

    /// <summary>The number of <see cref="CumNotional"/>.</summary>
    [FieldOffset(112)]
    internal Int128 CumNotionalRaw;

    /// <summary>The number of <see cref="Fee"/>.</summary>
    [FieldOffset(128)]
    internal Int128 FeeRaw;

    /// <summary>The bytes from <see cref="ExecType"/> on as one word.</summary>
    [FieldOffset(56)]
    internal ulong Head;

    /// <summary>Instrument, strategy and venue as one word.</summary>
    [FieldOffset(168)]
    internal ulong Place;
}
