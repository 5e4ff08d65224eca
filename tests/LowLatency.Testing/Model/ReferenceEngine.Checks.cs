using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk;

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

    private void CheckKilled(Failures failed, StrategyId strategy, AccountId account, InstrumentId instrument)
    {
        bool hasPosition = IsAccount(account) && IsInstrument(instrument);
        foreach ((int Account, int Strategy, int Instrument) scope in _killed)
        {
            bool covers = (scope.Account == 0 || scope.Account == account.Value)
                && (scope.Strategy == 0 || scope.Strategy == strategy.Value)
                && (scope.Instrument == 0 || scope.Instrument == instrument.Value);
            if (covers && (hasPosition || scope.Strategy != 0))
            {
                failed.Add(RejectReason.KillSwitch, 0);
            }
        }
    }

    /// <summary>Reference price, collar, largest quantity and value of an order, worst case of the position.</summary>
    /// <param name="failed">Where failures go.</param>
    /// <param name="account">The account.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="side">The side; what is neither counts as a sale.</param>
    /// <param name="market">At the opposite best instead of the price.</param>
    /// <param name="price">The limit price.</param>
    /// <param name="quantity">The quantity of the order.</param>
    /// <param name="extra">What it adds to what its side may execute.</param>
    private void CheckRisk(Failures failed, AccountId account, InstrumentId instrument, Side side, bool market, BigInteger price, BigInteger quantity, BigInteger extra)
    {
        if (!IsInstrument(instrument))
        {
            return;
        }

        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(instrument);
        BigInteger opposite = side == Side.Buy ? ask : bid;
        if (market ? opposite == 0 : bid == 0 && ask == 0)
        {
            failed.Add(RejectReason.NoReferencePrice, 0);
        }

        if (!IsAccount(account))
        {
            return;
        }

        RiskLimits limits = LimitsOf(account, instrument);
        if (!market && (bid != 0 || ask != 0))
        {
            BigInteger under = bid != 0 ? bid : ask;
            BigInteger over = ask != 0 ? ask : bid;
            BigInteger low = under - (under * limits.PriceCollarBps / 10_000);
            BigInteger high = BigInteger.Min(over + (over * limits.PriceCollarBps / 10_000), long.MaxValue);
            if (price < low || price > high)
            {
                failed.Add(RejectReason.PriceCollar, (long)price, (long)(price < low ? low : high));
            }
        }

        if (quantity > limits.MaxOrderQuantity.Raw)
        {
            failed.Add(RejectReason.OrderQuantityLimit, (long)quantity, limits.MaxOrderQuantity.Raw);
        }

        BigInteger value = (market ? opposite : price) * quantity;
        if (value > limits.MaxOrderNotional.Raw)
        {
            failed.Add(RejectReason.OrderNotionalLimit, RoundedUp(value), RoundedUp(limits.MaxOrderNotional.Raw));
        }

        BigInteger held = Position(account, instrument).Position;
        BigInteger worst = side == Side.Buy
            ? held + Working(account, instrument, Side.Buy) + extra
            : -held + Working(account, instrument, Side.Sell) + extra;
        if (worst > limits.MaxPosition.Raw)
        {
            failed.Add(RejectReason.PositionLimit, Clamped(worst), limits.MaxPosition.Raw);
        }
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

    private void RefuseChange(EngineEvent e, ReferenceOrder? order, Failures failed)
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

        public void Add(RejectReason reason, long value, long limit = 0) => _failed[reason] = (value, limit);
    }
}
