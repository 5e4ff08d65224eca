using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Trading.Risk.Gate;

/// <summary>A new order or a replacement as the controls see it: what it asks for, and whose limits it meets. Its listing and its account are known. Prices and quantities are raw 1e-8.</summary>
internal ref struct RiskRequest
{
    /// <summary>The account in the instrument.</summary>
    public ref PositionRecord Position;

    /// <summary>Number of <see cref="Position"/> in the position book.</summary>
    public int PositionIndex;

    public AccountId Account;
    public StrategyId Strategy;
    public VenueId Venue;
    public InstrumentId Instrument;
    public ListingId Listing;
    public Side Side;
    /// <summary>Market for what executes at once at any price, else limit.</summary>
    public OrderType OrderType;

    public bool IsReduceOnly;

    /// <summary>Whether the order waits for a trigger: then its price is held against the market when it is released.</summary>
    public bool Waits;

    /// <summary>Whether a held order is to be sent, whose message and day have been counted.</summary>
    public bool IsRelease;

    /// <summary>The order that is to be replaced or released; -1 for a new one.</summary>
    public int Slot;

    /// <summary>What a unit of it is taken to cost: the limit price, the opposite best for a market order, the trigger of an order that waits for it; any number.</summary>
    public long Price;

    /// <summary>The total quantity; any number.</summary>
    public long Quantity;

    /// <summary>What it adds to what its side may execute: all of a new order, of a replacement what it asks for beyond what is reserved.</summary>
    public long Extra;

    public long TimeNs;

    /// <summary>The scopes it stands in, where <see cref="Levels"/> has any.</summary>
    public OrderScopes Scopes;

    /// <summary>The levels of those that are counted.</summary>
    public RiskLevels Levels;

    /// <summary>What the order to be replaced has executed; 0 for a new one.</summary>
    public long Executed;

    /// <summary>The value the order to be replaced is counted with as open, raw 1e-16, where orders are counted; 0 for a new one.</summary>
    public Int128 OpenValue;

    /// <summary>For how long its like may not have been sent: the longest window of its scopes, 0 where there is none.</summary>
    public long DuplicateWindowNs;

    /// <summary>Whether it is a new order.</summary>
    public readonly bool IsNew => Slot < 0;

    /// <summary>What it adds to the value that is open, raw 1e-16; 0 for a replacement by less.</summary>
    public readonly Int128 AddedValue => Int128.Max(0, Primitives.Numerics.Notional.Product(Price, Quantity - Executed) - OpenValue);

    /// <summary>Whether it can only make its position smaller: it is of the other side and, with everything working on its side, no larger than the position.</summary>
    public readonly bool IsReducing => Reducible > 0 && Extra <= Reducible - Position.Working(Side);

    /// <summary>The largest total quantity with which it could only make its position smaller; 0 where it cannot.</summary>
    public readonly long ReducingRoom => Reducible <= 0 ? 0 : (long)Int128.Clamp((Int128)Quantity - Extra + Math.Max(0, Reducible - Position.Working(Side)), 0, long.MaxValue);

    /// <summary>The side against it: sell for a buy, buy for every sale.</summary>
    public readonly Side OtherSide => Side == Side.Buy ? Side.Sell : Side.Buy;

    /// <summary>How much of its side would bring the position to nothing; 0 or less where it is of that side already.</summary>
    public readonly long Reducible => Side == Side.Buy ? -Position.Position : Position.Position;

    /// <summary>Price times quantity, raw 1e-16.</summary>
    public readonly Int128 Notional => Primitives.Numerics.Notional.Product(Price, Quantity);
}
