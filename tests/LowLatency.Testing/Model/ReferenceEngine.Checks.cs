using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;

namespace LowLatency.Testing.Model;

/// <summary>The checks that orders and replacements share, and what is said when one fails.</summary>
public sealed partial class ReferenceEngine
{
    private static void CheckPrice(Failures failed, long price, ListingDefinition? listing)
    {
        if (price <= 0)
        {
            failed.Add(RejectReason.InvalidPrice, price);
            return;
        }

        if (listing == null)
        {
            return;
        }

        if (price % listing.TickSize.Raw != 0)
        {
            failed.Add(RejectReason.PriceOffTick, price, listing.TickSize.Raw);
        }

        CheckBounds(failed, RejectReason.PriceOutOfBounds, price, (listing.MinPrice ?? listing.TickSize).Raw, listing.MaxPrice.Raw);
    }

    private static void CheckQuantity(Failures failed, long quantity, ListingDefinition? listing)
    {
        if (quantity <= 0)
        {
            failed.Add(RejectReason.InvalidQuantity, quantity);
            return;
        }

        if (listing == null)
        {
            return;
        }

        if (quantity % listing.LotSize.Raw != 0)
        {
            failed.Add(RejectReason.QuantityOffLot, quantity, listing.LotSize.Raw);
        }

        CheckBounds(failed, RejectReason.QuantityOutOfBounds, quantity, (listing.MinQuantity ?? listing.LotSize).Raw, listing.MaxQuantity.Raw);
    }

    private static void CheckBounds(Failures failed, RejectReason reason, long value, long least, long most)
    {
        if (value < least)
        {
            failed.Add(reason, value, least);
        }
        else if (value > most)
        {
            failed.Add(reason, value, most);
        }
    }

    private void CheckId(Failures failed, EngineEvent e)
    {
        ulong highest = _highest.GetValueOrDefault(e.Strategy);
        if (e.ClOrdId <= highest)
        {
            failed.Add(RejectReason.DuplicateClOrdId, (long)e.ClOrdId, (long)highest);
        }

        _highest[e.Strategy] = Math.Max(highest, e.ClOrdId);
    }

    private static long Clamped(BigInteger value) => (long)BigInteger.Min(BigInteger.Max(value, long.MinValue), long.MaxValue);

    /// <summary>1e-16 to 1e-8.</summary>
    private static long RoundedUp(BigInteger value)
    {
        BigInteger quotient = BigInteger.DivRem(value, Price.One, out BigInteger rest);
        return Clamped(rest.Sign > 0 ? quotient + 1 : quotient);
    }

    private static ExecutionReport Start(EngineEvent e, AccountId account, StrategyId strategy, InstrumentId instrument, VenueId venue) => new()
    {
        Sequence = e.Sequence,
        TimeNs = e.TimeNs,
        TransactTimeNs = e.TimeNs,
        Account = account,
        Strategy = strategy,
        Instrument = instrument,
        Venue = venue,
    };

    private void RefuseChange(EngineEvent e, ReferenceOrder? order, Failures failed, Demand? demand = null)
    {
        ExecutionReport report;
        if (order == null)
        {
            report = Start(e, e.Account, e.Strategy, default, default);
            report.OrdStatus = OrdStatus.Rejected;
            report.OrigClOrdId = (e.Flags & EngineEventFlags.TargetIsClOrdId) != 0 ? e.Target : 0;
        }
        else
        {
            report = Start(e, order.Account, order.Strategy, order.Listing.Instrument, order.Listing.Venue);
            Standing(ref report, order);
            report.OrigClOrdId = order.ClOrdId;
        }

        report.ExecType = ExecType.CancelReject;
        if (demand != null)
        {
            Assess(ref report, failed, demand);
        }

        Refuse(report, failed, e.ClOrdId);
    }

    private void Refuse(ExecutionReport report, Failures failed, ulong clOrdId)
    {
        report.ClOrdId = clOrdId;
        report.FailedChecks = failed.Mask;
        (report.RejectReason, report.RejectValue, report.RejectLimit) = failed.First;
        Reports.Add(report);
        Count($"Rejects{report.RejectReason}");
    }

    /// <summary>How the order stands.</summary>
    private static void Standing(ref ExecutionReport report, ReferenceOrder order)
    {
        report.Handle = OrderHandle.Unpack(order.Handle);
        report.OrdStatus = order.Status;
        report.Side = order.Side;
        report.OrderType = order.OrderType;
        report.TimeInForce = order.TimeInForce;
        report.ExecInst = order.ExecInst;
        report.Price = new Price(order.Price);
        report.OrderQty = new Quantity(order.Quantity);
        report.CumQty = new Quantity(order.CumQty);
        report.LeavesQty = new Quantity(order.LeavesQty);
        report.CumNotional = new Notional((Int128)order.CumNotional);
    }

    /// <summary>The checks a request failed.</summary>
    private sealed class Failures
    {
        private readonly SortedDictionary<RejectReason, (long Value, long Limit)> _failed = [];

        public bool Any => _failed.Count > 0;

        public FailedChecks Mask => new(_failed.Keys.Aggregate(0UL, (bits, reason) => bits | (1UL << (int)reason)));

        public (RejectReason Reason, long Value, long Limit) First => (_failed.First().Key, _failed.First().Value.Value, _failed.First().Value.Limit);

        public bool Only(Func<RejectReason, bool> condition) => _failed.Keys.All(condition);

        public bool Has(RejectReason reason) => _failed.ContainsKey(reason);

        public void Add(RejectReason reason, long value, long limit = 0) => _failed[reason] = (value, limit);
    }
}
