using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>Orders with terms. Of those the engine holds, each event looks at every one again. When the next that is due has its turn is the engine's to say, by its events.</summary>
public sealed partial class ReferenceEngine
{
    private enum Due
    {
        Reduce,
        Release,
        Cancel,
        Expire,
    }

    private readonly Dictionary<StrategyId, (OrderTerms Terms, ulong Highest)> _pending = [];
    private readonly Dictionary<(InstrumentId Instrument, TriggerSource Source), BigInteger> _watched = [];
    private readonly List<(ReferenceOrder Order, Due Due)> _due = [];
    private ReferenceOrder? _taken;

    /// <summary>The handles of orders that were held, in order.</summary>
    public Queue<ulong> HeldHandles { get; } = [];

    /// <summary>Orders that wait for a trigger.</summary>
    public int Waiting => Held.Count();

    private IEnumerable<ReferenceOrder> Held => _kept.Values.Where(order => order.Status == OrdStatus.Held && order.IsActive && !order.IsParked && !_waitingForSelf.Contains(order) && !_due.Any(due => due.Order == order && due.Due != Due.Reduce));

    private static bool IsTriggered(OrderType type) => type is OrderType.Stop or OrderType.StopLimit or OrderType.MarketIfTouched or OrderType.LimitIfTouched || IsTrailing(type);

    private static bool IsTrailing(OrderType type) => type is OrderType.TrailingStop or OrderType.TrailingStopLimit;

    private static bool HasPrice(OrderType type, long price) =>
        type is not (OrderType.Market or OrderType.Stop or OrderType.MarketIfTouched or OrderType.TrailingStop or OrderType.TrailingStopLimit or OrderType.MarketToLimit)
        && (type != OrderType.Pegged || price != 0);

    /// <summary>Whether it executes at once at any price, once it works.</summary>
    private static bool IsMarket(OrderType type) => type is OrderType.Market or OrderType.MarketToLimit or OrderType.Stop or OrderType.MarketIfTouched or OrderType.TrailingStop;

    private static OrderType WorksAs(OrderType type) => !IsTriggered(type) ? type : IsMarket(type) ? OrderType.Market : OrderType.Limit;

    private void Terms(EngineEvent e)
    {
        ulong highest = _highest.GetValueOrDefault(e.Strategy);
        OrderTerms terms = _pending.TryGetValue(e.Strategy, out (OrderTerms Terms, ulong Highest) before) && before.Highest == highest ? before.Terms : default;
        switch ((byte)e.OrderType)
        {
            case 1:
                terms.StopPrice = e.Price;
                terms.Offset = e.Quantity.Raw;
                terms.LimitOffset = e.AskPrice;
                terms.OffsetUnit = (OffsetUnit)(byte)e.TimeInForce;
                terms.TriggerSource = (TriggerSource)(byte)e.Side;
                terms.PegSource = (PegSource)(byte)e.ExecInst;
                break;
            case 2:
                terms.ExpireTimeNs = e.Price.Raw;
                terms.DisplayQuantity = e.Quantity;
                terms.MinQuantity = new Quantity(e.AskPrice.Raw);
                break;
            case 3:
                terms.ParentClOrdId = (ulong)e.Price.Raw;
                terms.LinkedClOrdId = (ulong)e.Quantity.Raw;
                terms.Contingency = (Contingency)(byte)e.TimeInForce;
                break;
            default:
                Count("UnknownEvents");
                _pending.Remove(e.Strategy);
                return;
        }

        _pending[e.Strategy] = (terms, highest);
    }

    /// <summary>The terms a request says it has.</summary>
    /// <returns>False where they are not directly before it.</returns>
    private bool TakePending(EngineEvent e, out OrderTerms terms)
    {
        terms = default;
        if ((e.Flags & EngineEventFlags.HasTerms) == 0)
        {
            return true;
        }

        bool isThere = _pending.Remove(e.Strategy, out (OrderTerms Terms, ulong Highest) pending) && pending.Highest == _highest.GetValueOrDefault(e.Strategy);
        terms = isThere ? pending.Terms : default;
        return isThere;
    }

    /// <summary>What is wrong with the terms of a request.</summary>
    private void CheckTerms(Failures failed, EngineEvent e, OrderType type, TimeInForce timeInForce, ExecInst execInst, ListingDefinition? listing, bool isThere, OrderTerms terms)
    {
        if (!isThere)
        {
            failed.Add(RejectReason.InvalidTerms, 0);
            return;
        }

        if (FirstFault(e, type, timeInForce, execInst, terms, listing) is (long value, long limit))
        {
            failed.Add(RejectReason.InvalidTerms, value, limit);
        }

        VenueAbilities missing = (terms.DisplayQuantity.Raw != 0 ? VenueAbilities.Iceberg : 0) | (terms.MinQuantity.Raw != 0 ? VenueAbilities.MinQuantity : 0);
        missing &= ~AbilitiesOf(listing);
        if (missing != 0 && !failed.Has(RejectReason.UnsupportedOrderType))
        {
            failed.Add(RejectReason.UnsupportedOrderType, (long)missing, (long)AbilitiesOf(listing));
        }
    }

    private static (long Value, long Limit)? FirstFault(EngineEvent e, OrderType type, TimeInForce timeInForce, ExecInst execInst, OrderTerms terms, ListingDefinition? listing)
    {
        bool trails = IsTrailing(type);
        bool pegs = type == OrderType.Pegged;
        long stop = terms.StopPrice.Raw;
        if (!IsTriggered(type) || trails)
        {
            if (stop != 0)
            {
                return (stop, 0);
            }
        }
        else
        {
            long least = listing == null ? long.MinValue : (listing.MinPrice ?? listing.TickSize).Raw;
            long most = listing == null ? long.MaxValue : listing.MaxPrice.Raw;
            long tick = listing?.TickSize.Raw ?? 1;
            if (stop <= 0 || stop < least || stop > most || stop % tick != 0)
            {
                return (stop, stop < least ? least : stop > most ? most : tick);
            }
        }

        bool inBps = terms.OffsetUnit == OffsetUnit.BasisPoints;
        bool fits = terms.OffsetUnit <= OffsetUnit.BasisPoints && (!inBps || BigInteger.Abs(terms.Offset) <= 9_999);
        if (trails ? terms.Offset <= 0 || !fits : pegs ? !fits : terms.Offset != 0)
        {
            return (terms.Offset, inBps ? 9_999 : 0);
        }

        if (type == OrderType.TrailingStopLimit ? terms.LimitOffset.Raw < 0 : terms.LimitOffset.Raw != 0)
        {
            return (terms.LimitOffset.Raw, 0);
        }

        if (timeInForce == TimeInForce.Gtd ? terms.ExpireTimeNs <= e.TimeNs : terms.ExpireTimeNs != 0)
        {
            return (terms.ExpireTimeNs, timeInForce == TimeInForce.Gtd ? e.TimeNs : 0);
        }

        bool rests = WorksAs(type) is OrderType.Limit or OrderType.Pegged && timeInForce is not (TimeInForce.Ioc or TimeInForce.Fok);
        long lot = listing?.LotSize.Raw ?? 1;
        long display = terms.DisplayQuantity.Raw;
        if (display != 0 && (!rests || display < 0 || display >= e.Quantity.Raw || display % lot != 0 || (execInst & (ExecInst.Hidden | ExecInst.AllOrNone)) != 0))
        {
            return (display, e.Quantity.Raw);
        }

        long minimum = terms.MinQuantity.Raw;
        if (minimum != 0 && (minimum < 0 || minimum > e.Quantity.Raw || minimum % lot != 0 || timeInForce == TimeInForce.Fok || (execInst & ExecInst.AllOrNone) != 0))
        {
            return (minimum, e.Quantity.Raw);
        }

        if (!trails && !pegs && terms.OffsetUnit != OffsetUnit.Price)
        {
            return ((long)terms.OffsetUnit, 0);
        }

        if (IsTriggered(type) ? terms.TriggerSource > TriggerSource.BestBid : terms.TriggerSource != TriggerSource.Opposite)
        {
            return ((long)terms.TriggerSource, 0);
        }

        bool isPeg = terms.PegSource is PegSource.Mid or PegSource.Market or PegSource.Primary;
        return (pegs ? isPeg : terms.PegSource == PegSource.None) ? null : ((long)terms.PegSource, 0);
    }

    private VenueAbilities AbilitiesOf(ListingDefinition? listing) => listing == null ? VenueAbilities.All : definition.Venues[listing.Venue.Value - 1].Abilities;

    private static bool IsNamed(OrderType type) => type is > OrderType.None and <= OrderType.Pegged;

    /// <summary>What the venue would have to be able to do, and is not.</summary>
    private VenueAbilities Missing(EngineEvent e, ListingDefinition? listing)
    {
        VenueAbilities has = AbilitiesOf(listing);
        VenueAbilities needs = 0;
        if (IsNamed(e.OrderType) && !has.HasFlag(Enum.Parse<VenueAbilities>(e.OrderType.ToString())))
        {
            needs |= Enum.Parse<VenueAbilities>(WorksAs(e.OrderType).ToString());
        }

        if (e.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok or TimeInForce.AtTheOpening or TimeInForce.AtTheClose)
        {
            needs |= Enum.Parse<VenueAbilities>(e.TimeInForce.ToString());
        }

        foreach (ExecInst one in (ExecInst[])[ExecInst.PostOnly, ExecInst.AllOrNone, ExecInst.Hidden])
        {
            needs |= e.ExecInst.HasFlag(one) ? Enum.Parse<VenueAbilities>(one.ToString()) : 0;
        }

        return needs & ~has;
    }

    /// <summary>Which price an order watches, and whether it waits for it to fall.</summary>
    private static (TriggerSource Source, bool Falls) Watches(Side side, OrderType type, TriggerSource source)
    {
        bool buys = side == Side.Buy;
        bool comes = type is OrderType.MarketIfTouched or OrderType.LimitIfTouched;
        return (source is TriggerSource.BestBid or TriggerSource.BestOffer or TriggerSource.LastTrade ? source : buys ? TriggerSource.BestOffer : TriggerSource.BestBid, buys == comes);
    }

    private BigInteger WatchedBy(Side side, OrderType type, InstrumentId instrument, OrderTerms terms) =>
        _watched.GetValueOrDefault((instrument, Watches(side, type, terms.TriggerSource).Source));

    private static BigInteger TrailingStop(OrderTerms terms, BigInteger mark, BigInteger tick, bool falls)
    {
        BigInteger distance = terms.OffsetUnit switch
        {
            OffsetUnit.Ticks => terms.Offset * tick,
            OffsetUnit.BasisPoints => mark * terms.Offset / 10_000,
            _ => terms.Offset,
        };
        return BigInteger.Min(BigInteger.Max(falls ? mark - distance : mark + distance, 0), long.MaxValue);
    }

    /// <summary>What a unit of an order with terms is taken to cost; 0 where there is no price, or a trailing stop has nothing to follow.</summary>
    private BigInteger PriceOfTermed(Side side, OrderType type, long price, OrderTerms terms, InstrumentId instrument, ListingDefinition? listing)
    {
        if (HasPrice(type, price))
        {
            return price;
        }

        if (!IsTriggered(type))
        {
            (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(instrument);
            return side == Side.Buy ? ask : bid;
        }

        if (!IsTrailing(type))
        {
            return terms.StopPrice.Raw;
        }

        BigInteger mark = listing == null ? 0 : WatchedBy(side, type, instrument, terms);
        return mark == 0 ? 0 : TrailingStop(terms, mark, listing!.TickSize.Raw, Watches(side, type, terms.TriggerSource).Falls);
    }

    private void Wait(ReferenceOrder order, OrderTerms terms, long sequence)
    {
        order.Terms = terms;
        order.Since = sequence;
        order.Mark = WatchedBy(order.Side, order.OrderType, order.Listing.Instrument, terms);
        order.StopPrice = terms.StopPrice.Raw;
        Trail(order);
    }

    private static void Trail(ReferenceOrder order)
    {
        if (IsTrailing(order.OrderType))
        {
            order.StopPrice = order.Mark == 0 ? -1 : TrailingStop(order.Terms, order.Mark, order.Listing.TickSize.Raw, Watches(order.Side, order.OrderType, order.Terms.TriggerSource).Falls);
        }
    }

    /// <summary>A watched price is what it is now; 0 where there is none.</summary>
    private void Watch(InstrumentId instrument, TriggerSource source, BigInteger price)
    {
        _watched[(instrument, source)] = price;
        foreach (ReferenceOrder order in Held.Where(order => order.Listing.Instrument == instrument && IsTrailing(order.OrderType)).ToList())
        {
            (TriggerSource watched, bool falls) = Watches(order.Side, order.OrderType, order.Terms.TriggerSource);
            if (watched == source && price != 0 && (order.Mark == 0 || (falls ? price > order.Mark : price < order.Mark)))
            {
                order.Mark = price;
                Trail(order);
            }
        }
    }

    /// <summary>Every order of an instrument whose trigger is reached becomes due: by watched price (bid, offer, last), those that wait for a rise first, then by trigger, then the older.</summary>
    private void Trigger(InstrumentId instrument)
    {
        if (!IsOpenSomewhere(instrument))
        {
            return;
        }

        List<(int Queue, BigInteger Key, long Since, ReferenceOrder Order)> reached = [];
        foreach (ReferenceOrder order in Held.Where(order => order.Listing.Instrument == instrument))
        {
            (TriggerSource source, bool falls) = Watches(order.Side, order.OrderType, order.Terms.TriggerSource);
            BigInteger price = _watched.GetValueOrDefault((instrument, source));
            if (price != 0 && order.StopPrice >= 0 && (falls ? price <= order.StopPrice : price >= order.StopPrice))
            {
                int queue = (source == TriggerSource.BestBid ? 0 : source == TriggerSource.BestOffer ? 2 : 4) + (falls ? 1 : 0);
                reached.Add((queue, falls ? -order.StopPrice : order.StopPrice, order.Since, order));
            }
        }

        foreach ((_, _, _, ReferenceOrder order) in reached.OrderBy(one => one.Queue).ThenBy(one => one.Key).ThenBy(one => one.Since))
        {
            MakeDue(order, Due.Release);
        }
    }

    private void MakeDue(ReferenceOrder order, Due due)
    {
        int at = _due.FindIndex(one => one.Order == order);
        if (at < 0)
        {
            _due.Add((order, due));
        }
        else if (due > _due[at].Due)
        {
            _due[at] = (order, due);
        }
    }

    /// <summary>Ends what expires by now, first the one that expires first, then the older.</summary>
    private void PassTime()
    {
        foreach (ReferenceOrder order in _kept.Values.Where(order => order.ExpiresNs != 0 && order.ExpiresNs <= _nowNs).OrderBy(order => order.ExpiresNs).ThenBy(order => order.ExpirySince).ToList())
        {
            order.ExpiresNs = 0;
            MakeDue(order, Due.Expire);
        }
    }

    private void TakeDue(EngineEvent e)
    {
        if (_due.Count == 0)
        {
            return;
        }

        (ReferenceOrder order, Due due) = _due[0];
        if (order.Status != OrdStatus.Held)
        {
            DueAtVenue(e, order, due);
            return;
        }

        switch (due)
        {
            case Due.Reduce:
                ReduceHeld(e, order);
                break;
            case Due.Release:
                Release(e, order);
                break;
            case Due.Cancel:
                EndHeld(e, order, OrdStatus.Canceled, ExecType.Canceled, order.ClOrdId, 0);
                break;
            default:
                EndHeld(e, order, OrdStatus.Expired, ExecType.Expired, order.ClOrdId, 0);
                break;
        }
    }

    private void Release(EngineEvent e, ReferenceOrder order)
    {
        ListingDefinition listing = order.Listing;
        OrderType type = WorksAs(order.OrderType);
        BigInteger price = order.Price;
        BigInteger leaves = Sendable(order);
        if (leaves <= 0)
        {
            EndHeld(e, order, OrdStatus.Canceled, ExecType.Canceled, order.ClOrdId, 0);
            return;
        }

        if (order.OrderType == OrderType.TrailingStopLimit)
        {
            BigInteger tick = listing.TickSize.Raw;
            BigInteger limit = order.Side == Side.Buy ? order.StopPrice + order.Terms.LimitOffset.Raw : order.StopPrice - order.Terms.LimitOffset.Raw;
            BigInteger whole = BigInteger.DivRem(limit, tick, out BigInteger rest);
            whole += rest.Sign > 0 && order.Side != Side.Buy ? 1 : rest.Sign < 0 && order.Side == Side.Buy ? -1 : 0;
            price = BigInteger.Min(BigInteger.Max(whole * tick, 0), long.MaxValue / tick * tick);
        }

        Failures failed = new();
        CheckSession(failed, listing, type, order.TimeInForce);
        if (failed.Any && !(Trades(_venueStatus[listing.Venue]) && Trades(_instrumentStatus.GetValueOrDefault(listing.Instrument))))
        {
            _due.RemoveAll(one => one.Order == order);
            order.IsParked = true;
            return;
        }

        CheckTypedPrice(failed, type, (long)price, listing);
        CheckQuantity(failed, (long)leaves, listing);
        bool isPegged = type == OrderType.Pegged && price == 0;
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(listing.Instrument);
        price = isPegged ? order.Side == Side.Buy ? ask : bid : price;
        CheckStops(failed, order.Account, order.Strategy, listing);

        Demand demand = new(order.Account, order.Strategy, listing, listing.Instrument, order.Side, IsMarket(type), price, leaves, leaves, 0, order)
        {
            IsRelease = true,
            IsPriceless = isPegged,
            IsReduceOnly = order.ExecInst.HasFlag(ExecInst.ReduceOnly),
        };
        _taken = order;
        CheckRisk(failed, demand);
        long sent = (long)leaves;
        if (PreventSelfTrade(failed, order.Account, listing, order.Side, type, isPegged ? 0 : (long)price, isRelease: true, 0, ref sent))
        {
            _taken = null;
            _due.RemoveAll(one => one.Order == order);
            _waitingForSelf.Add(order);
            return;
        }

        if (failed.Any)
        {
            ExecutionReport refusal = default;
            Assess(ref refusal, failed, demand);
            _taken = null;
            EndHeld(e, order, OrdStatus.Rejected, ExecType.Rejected, order.ClOrdId, 0, failed, refusal);
            return;
        }

        _taken = null;
        if (newHandles.Dequeue() != order.Handle)
        {
            throw new InvalidOperationException($"{OrderHandle.Unpack(order.Handle)} was released under another handle");
        }

        _due.RemoveAll(one => one.Order == order);
        order.Quantity = order.CumQty + (long)leaves;
        order.Owed = 0;
        order.HasParent = false;
        order.Price = isPegged ? 0 : (long)price;
        order.ValuedAt = (long)Valued(demand);
        order.Status = order.After(OrderAction.Release, false, false);
        FollowRelease(order);
        WatchSent(order);
        Count("Triggers");
        Keep(e, order, ExecType.Triggered, order.ClOrdId, 0);
        OrderTerms terms = order.Terms;
        bool kept = IsTriggered(order.OrderType);
        SendNew(e with { ClOrdId = order.ClOrdId }, order, type, kept ? new OrderTerms { ExpireTimeNs = terms.ExpireTimeNs, DisplayQuantity = terms.DisplayQuantity, MinQuantity = terms.MinQuantity } : terms, new Quantity((long)leaves));
    }

    private void EndHeld(EngineEvent e, ReferenceOrder order, OrdStatus status, ExecType execType, ulong clOrdId, ulong origClOrdId, Failures? failed = null, ExecutionReport refusal = default)
    {
        _due.RemoveAll(one => one.Order == order);
        order.Status = status;
        if (failed != null)
        {
            (refusal.RejectReason, refusal.RejectValue, refusal.RejectLimit) = failed.First;
            refusal.FailedChecks = failed.Mask;
            Count($"Rejects{refusal.RejectReason}");
        }

        Keep(e, order, execType, clOrdId, origClOrdId, refusal);
        FollowEnd(order);
        Forget(order);
    }

    /// <summary>A report of the engine's own about an order it holds.</summary>
    private void Keep(EngineEvent e, ReferenceOrder order, ExecType execType, ulong clOrdId, ulong origClOrdId, ExecutionReport refusal = default)
    {
        ExecutionReport report = Start(e, order.Account, order.Strategy, order.Listing.Instrument, order.Listing.Venue);
        report.FailedChecks = refusal.FailedChecks;
        report.RejectReason = refusal.RejectReason;
        report.RejectValue = refusal.RejectValue;
        report.RejectLimit = refusal.RejectLimit;
        report.RiskScorePercent = refusal.RiskScorePercent;
        report.LargestQuantity = refusal.LargestQuantity;
        report.ExecType = execType;
        report.ClOrdId = clOrdId;
        report.OrigClOrdId = origClOrdId;
        Standing(ref report, order);
        Reports.Add(report);
    }

    /// <summary>Sends a new order as its venue takes it, its terms before it.</summary>
    private void SendNew(EngineEvent e, ReferenceOrder order, OrderType type, OrderTerms terms, Quantity quantity)
    {
        TimeInForce timeInForce = order.TimeInForce;
        if (terms.ExpireTimeNs != 0 && !AbilitiesOf(order.Listing).HasFlag(VenueAbilities.Gtd))
        {
            terms.ExpireTimeNs = 0;
            timeInForce = TimeInForce.Gtc;
        }

        if (terms.StopPrice.Raw != 0 || terms.Offset != 0 || terms.LimitOffset.Raw != 0 || terms.ExpireTimeNs != 0 || terms.DisplayQuantity.Raw != 0 || terms.MinQuantity.Raw != 0 || terms.PegSource != PegSource.None)
        {
            Requests.Add(new VenueRequest
            {
                Kind = VenueRequestKind.Terms,
                Handle = OrderHandle.Unpack((ulong)terms.MinQuantity.Raw),
                ClOrdId = (ulong)terms.Offset,
                VenueOrderId = (ulong)terms.LimitOffset.Raw,
                Price = terms.StopPrice,
                Quantity = terms.DisplayQuantity,
                TimeNs = terms.ExpireTimeNs,
                OrderType = (OrderType)terms.OffsetUnit,
                TimeInForce = (TimeInForce)terms.TriggerSource,
                ExecInst = (ExecInst)terms.PegSource,
            });
        }

        Send(e, order, VenueRequestKind.New, new Price(order.Price), quantity, type, timeInForce);
    }

    private void CancelHeld(EngineEvent e, ReferenceOrder order)
    {
        CountMessage(order, MessageKind.Cancel, 0, 0);
        EndHeld(e, order, OrdStatus.Canceled, ExecType.Canceled, e.ClOrdId, order.ClOrdId);
    }

    private void ReplaceHeld(EngineEvent e, ReferenceOrder order, Failures failed, bool isThere, OrderTerms given)
    {
        bool hasTerms = (e.Flags & EngineEventFlags.HasTerms) != 0;
        OrderTerms terms = hasTerms ? given : order.Terms;
        CheckId(failed, e);
        CheckTerms(failed, e, order.OrderType, order.TimeInForce, order.ExecInst, order.Listing, isThere, terms);
        CheckTypedPrice(failed, order.OrderType, e.Price.Raw, order.Listing);
        CheckQuantity(failed, e.Quantity.Raw, order.Listing);
        if (hasTerms && isThere && ((terms.ParentClOrdId | terms.LinkedClOrdId) != 0 || terms.Contingency != Contingency.None))
        {
            failed.Add(RejectReason.InvalidLink, (long)(terms.ParentClOrdId != 0 ? terms.ParentClOrdId : terms.LinkedClOrdId), (long)terms.Contingency);
        }

        if (_due.Any(one => one.Order == order && one.Due != Due.Reduce))
        {
            failed.Add(RejectReason.OrderPending, (long)e.Target);
        }

        if (e.Quantity.Raw > 0 && e.Quantity.Raw <= order.CumQty)
        {
            failed.Add(RejectReason.QuantityBelowExecuted, e.Quantity.Raw, order.CumQty);
        }

        CheckStops(failed, order.Account, order.Strategy, order.Listing);

        BigInteger price = hasTerms || !IsTrailing(order.OrderType) || !order.IsActive
            ? PriceOfTermed(order.Side, order.OrderType, e.Price.Raw, terms, order.Listing.Instrument, order.Listing)
            : BigInteger.Max(0, order.StopPrice);
        BigInteger extra = BigInteger.Max(0, BigInteger.Max(0, e.Quantity.Raw) - order.CumQty - order.Reserved);
        Demand demand = new(order.Account, order.Strategy, order.Listing, order.Listing.Instrument, order.Side, false, price, e.Quantity.Raw, extra, order.CumQty, order)
        {
            Waits = true,
            NeedsReference = NeedsReference(order.OrderType, e.Price.Raw),
        };
        CheckRisk(failed, demand);
        if (failed.Any)
        {
            RefuseChange(e, order, failed, demand);
            return;
        }

        CountMessage(order, MessageKind.Replace, 0, 0);
        ulong orig = order.ClOrdId;
        order.ClOrdId = e.ClOrdId;
        order.Price = e.Price.Raw;
        order.Quantity = e.Quantity.Raw;
        order.ValuedAt = (long)price;
        if (hasTerms)
        {
            order.Terms = terms;
            order.IsParked = false;
            if (order.IsActive)
            {
                Wait(order, terms, e.Sequence);
            }

            Date(order, terms, e.Sequence);
        }

        if (_waitingForSelf.Remove(order))
        {
            MakeDue(order, Due.Release);
        }

        Keep(e, order, ExecType.Replaced, order.ClOrdId, orig);
        Trigger(order.Listing.Instrument);
    }

    /// <summary>Whether nothing says what an order costs but the market.</summary>
    private static bool NeedsReference(OrderType type, long price) => !HasPrice(type, price) && (!IsTriggered(type) || IsTrailing(type));

    private static void Date(ReferenceOrder order, OrderTerms terms, long sequence)
    {
        if (terms.ExpireTimeNs != 0)
        {
            order.ExpiresNs = terms.ExpireTimeNs;
            order.ExpirySince = sequence;
        }
    }

    private static void CheckTypedPrice(Failures failed, OrderType type, long price, ListingDefinition? listing)
    {
        if (HasPrice(type, price))
        {
            CheckPrice(failed, price, listing);
        }
        else if (price != 0)
        {
            failed.Add(RejectReason.InvalidPrice, price);
        }
    }
}
