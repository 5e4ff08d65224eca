using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Ports;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Terms;

namespace LowLatency.Trading.Engine;

/// <summary>Everything that happens to the engine, as one fixed-size record. The first cache line is what came in and is what the journal keeps; the second is what the stages decided.</summary>
/// <remarks>
/// Little-endian; a field a kind does not use is zero. R = report of a venue, T = top of book, L = level of a book (side, price and quantity as an order), D = reference datum, O = operator, C = order terms,
/// trigger/execution/link part.
/// <code>
/// offset size field                         by kind
///      0    1 Kind
///      1    1 Side                          R: ExecType             D: ReferenceField    C: TriggerSource
///      2    1 OrderType                     R: Liquidity L: DepthLevel  O: OperatorCommand    C: TermsPart
///      3    1 TimeInForce                   R: VenueReason          O: Limit    C: OffsetUnit/ /Contingency
///      4    1 ExecInst                      C: PegSource
///      5    1 EventFlags
///      6    2 Account                       R: Fill
///      8    4 Instrument                    R: first half of ReportedTimeNs, 8 bytes
///     12    2 Strategy
///     14    2 Venue                         D: of a trading status without an instrument
///     16    8 TimeNs        the source's time, ns since 1970-01-01 UTC
///     24    8 Price                         R: LastPx or the replaced price    T: BidPrice D: ReferenceValue    O: LimitValue, 16 bytes    C: StopPrice/ExpireTimeNs/ParentClOrdId
///     32    8 Quantity                      R: LastQty or the replaced quantity T: BidQuantity D: ReferenceHigh    C: Offset/DisplayQuantity/LinkedClOrdId
///     40    8 ClOrdId                       R: VenueOrderId or ExecId          T: AskPrice          O: Operator, 2 bytes, ApprovedBy, 2 bytes    C: LimitOffset/MinQuantity
///     48    8 Target        handle or OrigClOrdId of a cancel or replace, handle of a report   T: AskQuantity
///     56    4 SequenceLow   written by the journal
///     60    4 Checksum      written by the journal
///     64    8 Sequence      position in the engine's order of events, from 1
///     72    8 FailedChecks
///     80    8 RejectValue   the value that broke the first failed check    R: Fee, 16 bytes
///     88    8 RejectLimit   the limit it broke
///     96    8 Handle        the order's slot and generation
///    104    8 ReferencePrice opposite best of the last top of book, 0 where there is none
///    112    8 VenueOrderId  what the venue calls the order, for cancel and replace   R: TransactTimeNs   LargestQuantity of a refused request
///    120    4 Listing       instrument at a venue
///    124    1                           R: HasFee
///    125    1 (zero)
///    126    2 ScorePercent of a refused request
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
public struct EngineEvent
{
    /// <summary>Bytes of one event.</summary>
    public const int Size = 128;

    /// <summary>Bytes of the part that came in.</summary>
    public const int InputSize = 64;

    /// <summary>Where the strategy stands in <see cref="Place"/>.</summary>
    internal const int StrategyShift = 32;

    /// <summary>The strategy's bits in <see cref="Place"/>.</summary>
    internal const ulong StrategyMask = 0xFFFFUL << StrategyShift;

    /// <summary>Where the venue stands in <see cref="Place"/>.</summary>
    internal const int VenueShift = 48;

    /// <summary>The venue's bits in <see cref="Place"/>.</summary>
    internal const ulong VenueMask = 0xFFFFUL << VenueShift;

    /// <summary>The first eight bytes as one word: producers write it at once, since every store costs the engine a turn at its first cache.</summary>
    [FieldOffset(0)]
    internal ulong Head;

    /// <summary>Instrument, strategy and venue as one word.</summary>
    [FieldOffset(8)]
    internal ulong Place;

    /// <summary>What it is.</summary>
    [FieldOffset(0)]
    public EngineEventKind Kind;

    /// <summary>Side of an order.</summary>
    [FieldOffset(1)]
    public Side Side;

    /// <summary>What a venue reports.</summary>
    [FieldOffset(1)]
    public ExecType ExecType;

    /// <summary>Which datum.</summary>
    [FieldOffset(1)]
    public ReferenceField ReferenceField;

    /// <summary>Type of an order.</summary>
    [FieldOffset(2)]
    public OrderType OrderType;

    /// <summary>Maker or taker, on a trade.</summary>
    [FieldOffset(2)]
    public Liquidity Liquidity;

    /// <summary>Which level of a side of the book, from 0, the best.</summary>
    [FieldOffset(2)]
    public byte DepthLevel;

    /// <summary>What an operator wants.</summary>
    [FieldOffset(2)]
    public OperatorCommand Command;

    /// <summary>Time in force of an order.</summary>
    [FieldOffset(3)]
    public TimeInForce TimeInForce;

    /// <summary>Why a venue or gateway refused.</summary>
    [FieldOffset(3)]
    public RejectReason VenueReason;

    /// <summary>Which limit a command sets.</summary>
    [FieldOffset(3)]
    public RiskLimitKind Limit;

    /// <summary>Instructions of an order.</summary>
    [FieldOffset(4)]
    public ExecInst ExecInst;

    /// <summary>How to read the other fields.</summary>
    [FieldOffset(5)]
    public EngineEventFlags Flags;

    /// <summary>Account of an order; scope of a command.</summary>
    [FieldOffset(6)]
    public AccountId Account;

    /// <summary>What a fill is of, as the venue says: the side of the book in the upper four bits, the lowest twelve of the instrument's number; 0 where it does not say.</summary>
    [FieldOffset(6)]
    public ushort Fill;

    /// <summary>Instrument; scope of a command.</summary>
    [FieldOffset(8)]
    public InstrumentId Instrument;

    /// <summary>The venue's time of a report; it stands where the order's instrument, strategy and venue are put when the order is found.</summary>
    [FieldOffset(8)]
    public long ReportedTimeNs;

    /// <summary>Strategy, set by the engine from the inbox the event came through; scope of a command.</summary>
    [FieldOffset(12)]
    public StrategyId Strategy;

    /// <summary>Venue of an order (none: the instrument's own); where a report came from.</summary>
    [FieldOffset(14)]
    public VenueId Venue;

    /// <summary>The source's time; the engine raises it to its own where it is behind. Nanoseconds since 1970-01-01 UTC.</summary>
    [FieldOffset(16)]
    public long TimeNs;

    /// <summary>Limit price, last price, or replaced price.</summary>
    [FieldOffset(24)]
    public Price Price;

    /// <summary>Best bid.</summary>
    [FieldOffset(24)]
    public Price BidPrice;

    /// <summary>A reference datum, or the low end of a price band, raw 1e-8.</summary>
    [FieldOffset(24)]
    public long ReferenceValue;

    /// <summary>Low half of <see cref="LimitValue"/>.</summary>
    [FieldOffset(24)]
    internal ulong LimitLow;

    /// <summary>The high end of a price band, raw 1e-8; 0 with every other datum.</summary>
    [FieldOffset(32)]
    public long ReferenceHigh;

    /// <summary>High half of <see cref="LimitValue"/>.</summary>
    [FieldOffset(32)]
    internal ulong LimitHigh;

    /// <summary>Order quantity, last quantity, or replaced quantity.</summary>
    [FieldOffset(32)]
    public Quantity Quantity;

    /// <summary>Size at the best bid.</summary>
    [FieldOffset(32)]
    public Quantity BidQuantity;

    /// <summary>The client's id of a request; increases per strategy.</summary>
    [FieldOffset(40)]
    public ulong ClOrdId;

    /// <summary>A report's order number (on New and Replaced) or execution number (on Trade) at the venue.</summary>
    [FieldOffset(40)]
    public ulong VenueNumber;

    /// <summary>Who gives a command.</summary>
    [FieldOffset(40)]
    public OperatorId Operator;

    /// <summary>Who approved it.</summary>
    [FieldOffset(42)]
    public OperatorId ApprovedBy;

    /// <summary>Best ask.</summary>
    [FieldOffset(40)]
    public Price AskPrice;

    /// <summary>The order meant: a packed <see cref="OrderHandle"/>, or an original client id where <see cref="EngineEventFlags.TargetIsClOrdId"/> is set.</summary>
    [FieldOffset(48)]
    public ulong Target;

    /// <summary>Size at the best ask.</summary>
    [FieldOffset(48)]
    public Quantity AskQuantity;

    /// <summary>Low half of the sequence number, written by the journal.</summary>
    [FieldOffset(56)]
    public uint SequenceLow;

    /// <summary>Checksum of the first 60 bytes, written by the journal.</summary>
    [FieldOffset(60)]
    public uint Checksum;

    /// <summary>Position in the engine's order of events, from 1.</summary>
    [FieldOffset(64)]
    public long Sequence;

    /// <summary>Every check that failed.</summary>
    [FieldOffset(72)]
    public FailedChecks FailedChecks;

    /// <summary>The value that broke the first failed check, in its own unit.</summary>
    [FieldOffset(80)]
    public long RejectValue;

    /// <summary>Fee of a fill, raw 1e-16.</summary>
    [FieldOffset(80)]
    public Int128 Fee;

    /// <summary>The limit it broke.</summary>
    [FieldOffset(88)]
    public long RejectLimit;

    /// <summary>The order's slot and generation, packed.</summary>
    [FieldOffset(96)]
    public ulong Handle;

    /// <summary>Opposite best of the last top of book, 0 where there is none.</summary>
    [FieldOffset(104)]
    public Price ReferencePrice;

    /// <summary>What the venue calls the order: for gateways, on cancel and replace.</summary>
    [FieldOffset(112)]
    public ulong VenueOrderId;

    /// <summary>The venue's time of a report.</summary>
    [FieldOffset(112)]
    public long TransactTimeNs;

    /// <summary>The largest quantity of a refused request that would have passed; 0 where another would not help.</summary>
    [FieldOffset(112)]
    public Quantity LargestQuantity;

    /// <summary>The instrument at its venue.</summary>
    [FieldOffset(120)]
    public ListingId Listing;

    /// <summary>Whether <see cref="Fee"/> is written: a fill without a fee leaves it as it was.</summary>
    [FieldOffset(124)]
    internal bool HasFee;

    /// <summary>The highest use of any limit by a refused request, in percent.</summary>
    [FieldOffset(126)]
    public ushort ScorePercent;

    /// <summary>The value a command gives a limit, raw in its unit.</summary>
    public readonly Int128 LimitValue => new(LimitHigh, LimitLow);

    /// <summary>Takes the part of the terms that an event of kind OrderTerms carries.</summary>
    /// <returns>False where there is no such part.</returns>
    internal readonly bool ReadTerms(ref OrderTerms terms)
    {
        switch ((TermsPart)OrderType)
        {
            case TermsPart.Trigger:
                terms.StopPrice = Price;
                terms.Offset = Quantity.Raw;
                terms.LimitOffset = AskPrice;
                terms.OffsetUnit = (OffsetUnit)TimeInForce;
                terms.TriggerSource = (TriggerSource)Side;
                terms.PegSource = (PegSource)ExecInst;
                return true;
            case TermsPart.Execution:
                terms.ExpireTimeNs = Price.Raw;
                terms.DisplayQuantity = Quantity;
                terms.MinQuantity = new Quantity(AskPrice.Raw);
                return true;
            case TermsPart.Link:
                terms.ParentClOrdId = (ulong)Price.Raw;
                terms.LinkedClOrdId = (ulong)Quantity.Raw;
                terms.Contingency = (Contingency)TimeInForce;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes a part of the terms; the rest of the first line is the caller's.</summary>
    internal void WriteTerms(TermsPart part, in OrderTerms terms)
    {
        OrderType = (OrderType)part;
        if (part == TermsPart.Trigger)
        {
            Price = terms.StopPrice;
            Quantity = new Quantity(terms.Offset);
            AskPrice = terms.LimitOffset;
            TimeInForce = (TimeInForce)terms.OffsetUnit;
            Side = (Side)terms.TriggerSource;
            ExecInst = (ExecInst)terms.PegSource;
        }
        else if (part == TermsPart.Link)
        {
            Price = new Price((long)terms.ParentClOrdId);
            Quantity = new Quantity((long)terms.LinkedClOrdId);
            AskPrice = default;
            TimeInForce = (TimeInForce)terms.Contingency;
        }
        else
        {
            Price = new Price(terms.ExpireTimeNs);
            Quantity = terms.DisplayQuantity;
            AskPrice = new Price(terms.MinQuantity.Raw);
        }
    }

    /// <summary><see cref="Head"/> of a request.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong RequestHead(
        EngineEventKind kind, Side side, OrderType orderType, TimeInForce timeInForce, ExecInst execInst, EngineEventFlags flags, AccountId account) =>
        (ulong)kind | ((ulong)side << 8) | ((ulong)orderType << 16) | ((ulong)timeInForce << 24) | ((ulong)execInst << 32) | ((ulong)flags << 40) | ((ulong)account.Value << 48);

    /// <summary><see cref="Fill"/> of a side and an instrument; 0 where there is no side.</summary>
    internal static ushort FillOf(Side side, InstrumentId instrument) => side.OfBook() == Side.None ? (ushort)0 : (ushort)(((int)side.OfBook() << 12) | (instrument.Value & 0xFFF));

    /// <summary>The strategy in a <see cref="Place"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static StrategyId StrategyOf(ulong place) => new((ushort)(place >> StrategyShift));

    /// <summary><see cref="Place"/> of an order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong PlaceOf(InstrumentId instrument, StrategyId strategy, VenueId venue) =>
        (uint)instrument.Value | ((ulong)strategy.Value << 32) | ((ulong)venue.Value << 48);
}
