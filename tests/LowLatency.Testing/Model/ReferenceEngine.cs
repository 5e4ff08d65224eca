using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>
/// The engine again, as plainly as it can be said: dictionaries, whole numbers of any size, everything worked out anew each time. It takes the events in the
/// order the engine took them and says what must have left. What the engine is free to choose, the handle of a new order, it is told.
/// </summary>
/// <remarks>An order for an unknown listing meets no kill switch and no limit.</remarks>
public sealed partial class ReferenceEngine(EngineDefinition definition, Queue<ulong> newHandles)
{
    private readonly Dictionary<ulong, ReferenceOrder> _kept = [];
    private readonly Queue<ReferenceOrder> _completed = [];
    private readonly HashSet<ulong> _everHandedOut = [];
    private readonly Dictionary<StrategyId, ulong> _highest = [];
    private readonly Dictionary<(AccountId Account, InstrumentId Instrument), ReferencePosition> _positions = [];
    private readonly Dictionary<InstrumentId, (BigInteger Bid, BigInteger Ask)> _tops = [];
    private readonly Dictionary<string, long> _counters = [];

    /// <summary>Every report that must have been sent.</summary>
    public List<ExecutionReport> Reports { get; } = [];

    /// <summary>Every request that must have reached the gateway; the refused ones too.</summary>
    public List<VenueRequest> Requests { get; } = [];

    public int OpenOrders => _kept.Values.Count(order => !order.IsCompleted);

    /// <summary>The orders that work, by handle.</summary>
    public string Describe() => string.Join(Environment.NewLine, _kept.Values
        .Where(order => !order.IsFinal)
        .OrderBy(order => order.Handle)
        .Select(order => $"{OrderHandle.Unpack(order.Handle)} {order.ClOrdId} {new Quantity(order.CumQty)} {new Quantity(order.LeavesQty)} {new Notional((Int128)order.CumNotional)}"));

    public long Counter(string name) => _counters.GetValueOrDefault(name);

    public ReferencePosition Position(AccountId account, InstrumentId instrument)
    {
        if (!_positions.TryGetValue((account, instrument), out ReferencePosition? position))
        {
            _positions[(account, instrument)] = position = new ReferencePosition();
        }

        return position;
    }

    /// <summary>What the working orders of one side may still execute.</summary>
    public BigInteger Working(AccountId account, InstrumentId instrument, Side side)
    {
        BigInteger sum = 0;
        foreach (ReferenceOrder order in _kept.Values)
        {
            if (order != _taken && order.Account == account && order.Listing.Instrument == instrument && Buys(order.Side) == Buys(side))
            {
                sum += order.Reserved;
            }
        }

        return sum;
    }

    /// <summary>Takes the next event.</summary>
    public void Take(EngineEvent e)
    {
        _nowNs = e.TimeNs;
        BeginDay();
        Apply(e);
        EndEvent();
    }

    private static bool Buys(Side side) => side == Side.Buy;

    private void Apply(EngineEvent e)
    {
        switch (e.Kind)
        {
            case EngineEventKind.NewOrder:
                Count("Orders");
                New(e);
                break;
            case EngineEventKind.Cancel:
                Count("Cancels");
                Cancel(e);
                break;
            case EngineEventKind.Replace:
                Count("Replaces");
                Replace(e);
                break;
            case EngineEventKind.VenueReport:
                VenueReport(e);
                break;
            case EngineEventKind.TopOfBook:
                Top(e);
                break;
            case EngineEventKind.Depth:
                Depth(e);
                break;
            case EngineEventKind.ReferenceData:
                ReferenceData(e);
                break;
            case EngineEventKind.Operator:
                Operator(e);
                break;
            case EngineEventKind.Sweep:
                Sweep(e);
                break;
            case EngineEventKind.OrderTerms:
                Terms(e);
                break;
            case EngineEventKind.Due:
                TakeDue(e);
                break;
            case EngineEventKind.Timer:
                PassTime();
                CheckAges();
                break;
            case EngineEventKind.Disconnected:
                WantCanceled(RiskScope.Of(e.Strategy), order => e.Target == 0 || order.TimeInForce is not (TimeInForce.Gtc or TimeInForce.Gtd));
                break;
            default:
                Count("UnknownEvents");
                break;
        }
    }

    private bool IsInstrument(InstrumentId id) => id.Value >= 1 && id.Value <= definition.Instruments.Count;

    private bool IsAccount(AccountId id) => id.Value >= 1 && id.Value <= definition.Accounts.Count;

    private ListingDefinition? FindListing(InstrumentId instrument, VenueId venue) =>
        definition.Listings.FirstOrDefault(l => l.Instrument == instrument && (venue.Value == 0 || l.Venue == venue));

    private void New(EngineEvent e)
    {
        Failures failed = new();
        ListingDefinition? listing = FindListing(e.Instrument, e.Venue);
        bool termed = (e.Flags & EngineEventFlags.HasTerms) != 0 || e.OrderType > OrderType.Limit || e.TimeInForce == TimeInForce.Gtd;
        bool market = IsMarket(e.OrderType);
        bool isPegged = e.OrderType == OrderType.Pegged && e.Price.Raw == 0;
        if (!IsInstrument(e.Instrument))
        {
            failed.Add(RejectReason.UnknownInstrument, e.Instrument.Value);
        }
        else if (listing == null)
        {
            failed.Add(RejectReason.UnknownVenue, e.Venue.Value);
        }

        if (e.Account != definition.Strategies[e.Strategy.Value - 1].Account)
        {
            failed.Add(RejectReason.UnknownAccount, e.Account.Value);
        }

        if (e.Side is not (Side.Buy or Side.Sell or Side.SellShort or Side.SellShortExempt))
        {
            failed.Add(RejectReason.InvalidSide, (long)e.Side);
        }

        if (!IsNamed(e.OrderType))
        {
            failed.Add(RejectReason.InvalidOrderType, (long)e.OrderType);
        }

        if (!Enum.IsDefined(e.TimeInForce))
        {
            failed.Add(RejectReason.InvalidTimeInForce, (long)e.TimeInForce);
        }

        bool canRest = WorksAs(e.OrderType) != OrderType.Market && e.TimeInForce is not (TimeInForce.Ioc or TimeInForce.Fok);
        bool knows = (byte)e.ExecInst < 16;
        bool rests = (e.ExecInst & ~ExecInst.ReduceOnly) == ExecInst.None || canRest;
        if (!knows || !rests || (e.ExecInst.HasFlag(ExecInst.PostOnly) && e.OrderType == OrderType.MarketToLimit))
        {
            failed.Add(RejectReason.InvalidExecInst, (long)e.ExecInst);
        }

        if (Missing(e, listing) is VenueAbilities missing && missing != 0)
        {
            failed.Add(RejectReason.UnsupportedOrderType, (long)missing, (long)AbilitiesOf(listing));
        }

        CheckTypedPrice(failed, e.OrderType, e.Price.Raw, listing);
        OrderTerms terms = default;
        if (termed)
        {
            bool isThere = TakePending(e, out terms);
            CheckTerms(failed, e, e.OrderType, e.TimeInForce, e.ExecInst, listing, isThere, terms);
        }

        (ReferenceOrder? parent, ReferenceOrder? linked) = FindLinks(failed, e, terms);
        bool waits = IsTriggered(e.OrderType) || terms.ParentClOrdId != 0;
        bool isHeld = waits && (terms.ParentClOrdId != 0 || !AbilitiesOf(listing).HasFlag(Enum.Parse<VenueAbilities>(e.OrderType.ToString())));

        CheckQuantity(failed, e.Quantity.Raw, listing);
        CheckId(failed, e);
        if (listing != null)
        {
            CheckStops(failed, definition.Strategies[e.Strategy.Value - 1].Account, e.Strategy, listing);
        }

        if (listing != null && !isHeld)
        {
            CheckSession(failed, listing, waits ? OrderType.Limit : e.OrderType, e.TimeInForce);
        }

        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(e.Instrument);
        BigInteger price = waits ? PriceOfTermed(e.Side, e.OrderType, e.Price.Raw, terms, e.Instrument, listing) : isPegged ? e.Side == Side.Buy ? ask : bid : e.Price.Raw;
        Demand demand = new(e.Account, e.Strategy, listing, e.Instrument, e.Side, market, price, e.Quantity.Raw, e.Quantity.Raw, 0)
        {
            Waits = waits,
            NeedsReference = NeedsReference(e.OrderType, e.Price.Raw),
            IsPriceless = isPegged,
            IsReduceOnly = e.ExecInst.HasFlag(ExecInst.ReduceOnly) && !isHeld,
        };
        CheckRisk(failed, demand);
        if (OpenOrders == definition.Limits.MaxOrders)
        {
            failed.Add(RejectReason.OrderCapacity, OpenOrders, definition.Limits.MaxOrders);
        }
        else if ((e.Flags & EngineEventFlags.HasTerms) != 0)
        {
            int used = _kept.Values.Count(order => order.HasTerms);
            int more = 1 + new[] { parent, linked }.Distinct().Count(order => order is { HasTerms: false });
            if (used + more > definition.Limits.MaxOrdersWithTerms)
            {
                failed.Add(RejectReason.OrderCapacity, used, definition.Limits.MaxOrdersWithTerms);
            }
        }

        long quantity = e.Quantity.Raw;
        bool waitsForSelf = !waits && PreventSelfTrade(failed, e.Account, listing, e.Side, e.OrderType, e.Price.Raw, isRelease: false, (e.Flags & EngineEventFlags.HasTerms) != 0 ? 3 : 1, ref quantity);
        if (failed.Any)
        {
            ExecutionReport report = Start(e, e.Account, e.Strategy, e.Instrument, listing?.Venue ?? e.Venue);
            report.ExecType = ExecType.Rejected;
            report.OrdStatus = OrdStatus.Rejected;
            report.Side = e.Side;
            report.OrderType = e.OrderType;
            report.TimeInForce = e.TimeInForce;
            report.ExecInst = e.ExecInst;
            report.Price = e.Price;
            report.OrderQty = e.Quantity;
            Assess(ref report, failed, demand);
            Refuse(report, failed, e.ClOrdId);
            return;
        }

        ReferenceOrder order = new()
        {
            Born = e.Sequence,
            Handle = (isHeld || waitsForSelf ? HeldHandles : newHandles).Dequeue(),
            Strategy = e.Strategy,
            Account = e.Account,
            Listing = listing!,
            Side = e.Side,
            OrderType = e.OrderType,
            TimeInForce = e.TimeInForce,
            ExecInst = e.ExecInst,
            ClOrdId = e.ClOrdId,
            Price = e.Price.Raw,
            Quantity = quantity,
            HasTerms = (e.Flags & EngineEventFlags.HasTerms) != 0 || waitsForSelf,
            Terms = terms,
        };
        if (order.Handle == 0 || !_everHandedOut.Add(order.Handle))
        {
            throw new InvalidOperationException($"handle {OrderHandle.Unpack(order.Handle)} was handed out twice");
        }

        order.ValuedAt = (long)Valued(demand);
        _kept.Add(order.Handle, order);
        CountMessage(order, MessageKind.New, DuplicatePrice(demand), e.Quantity.Raw);
        Link(order, terms, parent, linked);
        if (isHeld || waitsForSelf || !AbilitiesOf(listing).HasFlag(VenueAbilities.Gtd))
        {
            Date(order, terms, e.Sequence);
        }

        if (waitsForSelf)
        {
            order.Status = OrdStatus.Held;
            _waitingForSelf.Add(order);
            Keep(e, order, ExecType.New, e.ClOrdId, 0);
            Trigger(e.Instrument);
            return;
        }

        if (isHeld)
        {
            order.Status = OrdStatus.Held;
            if (IsTriggered(order.OrderType) && (parent == null || order.Allowed > 0))
            {
                order.IsActive = true;
                Wait(order, terms, e.Sequence);
            }

            Keep(e, order, ExecType.New, e.ClOrdId, 0);
            Trigger(e.Instrument);
            return;
        }

        order.WaitsAtVenue = waits;
        WatchSent(order);
        SendNew(e, order, order.OrderType, terms, e.Quantity);
    }

    private void Cancel(EngineEvent e)
    {
        Failures failed = new();
        ReferenceOrder? order = Locate(failed, e);
        bool working = !failed.Any;
        CheckId(failed, e);
        if (!failed.Any && order!.Status == OrdStatus.Held)
        {
            CancelHeld(e, order);
            return;
        }

        OrdStatus next = OrdStatus.None;
        if (working)
        {
            next = order!.After(OrderAction.SendCancel, order.Replacement != null, true);
            if (next == OrdStatus.None)
            {
                failed.Add(RejectReason.OrderPending, (long)e.Target);
            }
        }

        if (failed.Any)
        {
            RefuseChange(e, order, failed);
            return;
        }

        order!.Status = next;
        order.CancelClOrdId = e.ClOrdId;
        CountMessage(order, MessageKind.Cancel, 0, 0);
        Send(e, order, VenueRequestKind.Cancel, e.Price, e.Quantity);
    }

    private void Replace(EngineEvent e)
    {
        Failures failed = new();
        Demand? demand = null;
        bool isThere = TakePending(e, out OrderTerms terms);
        ReferenceOrder? order = Locate(failed, e);
        bool working = !failed.Any;
        if (working && order!.Status == OrdStatus.Held)
        {
            ReplaceHeld(e, order, failed, isThere, terms);
            return;
        }

        CheckId(failed, e);
        OrdStatus next = OrdStatus.None;
        if (working)
        {
            CheckPrice(failed, e.Price.Raw, order!.Listing);
            CheckQuantity(failed, e.Quantity.Raw, order.Listing);
            next = order.After(OrderAction.SendReplace, true, order.CancelClOrdId != null);
            if (next == OrdStatus.None)
            {
                failed.Add(RejectReason.OrderPending, (long)e.Target);
            }

            if (e.Quantity.Raw > 0 && e.Quantity.Raw <= order.CumQty)
            {
                failed.Add(RejectReason.QuantityBelowExecuted, e.Quantity.Raw, order.CumQty);
            }

            if (order.Price == 0 || order.WaitsAtVenue)
            {
                failed.Add(RejectReason.NotReplaceable, 0);
            }

            if ((e.Flags & EngineEventFlags.HasTerms) != 0)
            {
                failed.Add(RejectReason.InvalidTerms, 0);
            }

            CheckSession(failed, order.Listing, OrderType.Limit, order.TimeInForce);
            bool raises = e.Quantity.Raw > order.Quantity || (order.Side == Side.Buy ? e.Price.Raw > order.Price : e.Price.Raw < order.Price);
            if (raises)
            {
                CheckStops(failed, order.Account, order.Strategy, order.Listing);
            }

            BigInteger extra = BigInteger.Max(0, BigInteger.Max(0, e.Quantity.Raw) - order.CumQty - order.Reserved);
            demand = new(order.Account, order.Strategy, order.Listing, order.Listing.Instrument, order.Side, false, e.Price.Raw, e.Quantity.Raw, extra, order.CumQty, order) { IsReduceOnly = order.ExecInst.HasFlag(ExecInst.ReduceOnly) };
            CheckRisk(failed, demand);
        }

        if (working && ActionFor(order!.Account, order.Listing) != null)
        {
            List<ReferenceOrder> own = Own(order.Account, order.Listing, order.Side, Math.Max(1, e.Price.Raw));
            if (own.Count > 0)
            {
                failed.Add(RejectReason.SelfTrade, e.Price.Raw, PriceOfOwn(own[0]));
            }
        }

        if (failed.Any)
        {
            RefuseChange(e, order, failed, demand);
            return;
        }

        order!.Status = next;
        order.Replacement = (e.ClOrdId, e.Price.Raw, e.Quantity.Raw);
        CountMessage(order, MessageKind.Replace, 0, 0);
        Send(e, order, VenueRequestKind.Replace, e.Price, e.Quantity);
    }

    /// <summary>The order a request means; also where it has ended but an answer of the venue is still to come.</summary>
    private ReferenceOrder? Locate(Failures failed, EngineEvent e)
    {
        ReferenceOrder? order;
        bool existed;
        if ((e.Flags & EngineEventFlags.TargetIsClOrdId) != 0)
        {
            order = _kept.Values.SingleOrDefault(o => o.Strategy == e.Strategy && (o.ClOrdId == e.Target || o.Replacement?.ClOrdId == e.Target));
            existed = e.Target != 0 && e.Target <= _highest.GetValueOrDefault(e.Strategy);
        }
        else
        {
            order = _kept.GetValueOrDefault(e.Target);
            existed = order == null && _everHandedOut.Contains(e.Target);
        }

        if (order != null && order.Strategy != e.Strategy)
        {
            order = null;
        }

        if (order == null)
        {
            failed.Add(existed ? RejectReason.OrderClosed : RejectReason.UnknownOrder, (long)e.Target);
        }
        else if (order.IsFinal)
        {
            failed.Add(RejectReason.OrderClosed, (long)e.Target);
        }

        return order;
    }

    private void Top(EngineEvent e)
    {
        BigInteger bid = e.BidQuantity.Raw > 0 ? e.BidPrice.Raw : 0;
        BigInteger ask = e.AskQuantity.Raw > 0 ? e.AskPrice.Raw : 0;
        if (!IsInstrument(e.Instrument) || bid < 0 || ask < 0 || e.BidQuantity.Raw < 0 || e.AskQuantity.Raw < 0)
        {
            Count("BadMarketData");
            return;
        }

        _tops[e.Instrument] = (bid, ask);
        if (bid != 0 || ask != 0)
        {
            _marks[e.Instrument] = bid == 0 ? ask : ask == 0 ? bid : bid + ((ask - bid) / 2);
        }
        _topTimes[e.Instrument] = e.TimeNs;
        PassTime();
        Watch(e.Instrument, TriggerSource.BestBid, bid);
        Watch(e.Instrument, TriggerSource.BestOffer, ask);
        Trigger(e.Instrument);
    }

    private void Count(string name) => _counters[name] = Counter(name) + 1;

    private void Send(EngineEvent e, ReferenceOrder order, VenueRequestKind kind, Price price, Quantity quantity, OrderType type = OrderType.None, TimeInForce timeInForce = default)
    {
        bool isNew = kind == VenueRequestKind.New;
        Requests.Add(new VenueRequest
        {
            Handle = OrderHandle.Unpack(order.Handle),
            ClOrdId = e.ClOrdId,
            VenueOrderId = isNew ? 0 : order.VenueOrderId,
            Price = price,
            Quantity = quantity,
            TimeNs = e.TimeNs,
            Instrument = order.Listing.Instrument,
            Venue = order.Listing.Venue,
            Kind = kind,
            Side = order.Side,
            OrderType = type,
            TimeInForce = timeInForce,
            ExecInst = isNew ? order.ExecInst : ExecInst.None,
        });
    }
}
