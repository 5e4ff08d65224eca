using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>Executions that come twice, are busted or corrected, or do not fit their order.</summary>
public sealed partial class ReferenceEngine
{
    private readonly List<ReferenceExecution> _fills = [];

    private IEnumerable<ReferenceExecution> Remembered => _fills.TakeLast(definition.Limits.MaxExecutions);

    /// <param name="e">A bust or correction.</param>
    /// <param name="order">Its order, where that is kept.</param>
    private void Amend(EngineEvent e, ReferenceOrder? order)
    {
        ReferenceExecution? fill = Remembered.SingleOrDefault(one => one.Handle == e.Target && one.Number == e.VenueNumber && one.Quantity != 0);
        if (fill == null)
        {
            Count("UnknownExecutions");
            return;
        }

        bool busts = e.ExecType == ExecType.TradeCancel;
        BigInteger price = busts ? 0 : e.Price.Raw;
        BigInteger quantity = busts ? 0 : e.Quantity.Raw;
        ReferenceOrder of = fill.Order;
        ReferencePosition position = Position(of.Account, of.Listing.Instrument);
        BigInteger without = position.Position - (Sign(of.Side) * fill.Quantity);
        bool isWrong = !busts && (price <= 0 || quantity <= 0 || quantity > RiskLimits.MaxRawQuantity || price * quantity > LargestFill);
        if (isWrong || BigInteger.Abs(without) > LargestPosition || BigInteger.Abs(without + (Sign(of.Side) * quantity)) > LargestPosition)
        {
            Count("IllegalReports");
            return;
        }

        long rate = fill.Liquidity == Liquidity.Added ? of.Listing.MakerFeeRate : of.Listing.TakerFeeRate;
        BigInteger fee = ReferencePosition.Fee(price * quantity, rate) - ReferencePosition.Fee(fill.Price * fill.Quantity, rate);
        position.Fill(of.Side == Side.Buy ? Side.Sell : Side.Buy, fill.Price, fill.Quantity, fee);
        if (!busts)
        {
            position.Fill(of.Side, price, quantity, 0);
        }

        ExecutionReport report = Start(e, of.Account, of.Strategy, of.Listing.Instrument, of.Listing.Venue);
        if (order == null)
        {
            report.Side = of.Side;
            report.Handle = OrderHandle.Unpack(e.Target);
        }
        else
        {
            order.CumQty += (long)(quantity - fill.Quantity);
            order.CumNotional += (price * quantity) - (fill.Price * fill.Quantity);
            bool whole = !order.IsFinal && order.CumQty >= order.Quantity;
            order.Status = order.After(whole ? OrderAction.FillRest : OrderAction.Amend, order.Replacement != null, order.CancelClOrdId != null);
            Standing(ref report, order);
            report.ClOrdId = order.ClOrdId;
        }

        report.TransactTimeNs = e.ReportedTimeNs;
        report.ExecType = e.ExecType;
        report.VenueNumber = e.VenueNumber;
        report.Liquidity = fill.Liquidity;
        report.LastPx = new Price((long)(busts ? fill.Price : price));
        report.LastQty = new Quantity((long)(busts ? fill.Quantity : quantity));
        report.PreviousLastQty = new Quantity(busts ? 0 : (long)fill.Quantity);
        report.Fee = new Notional((Int128)fee);
        Reports.Add(report);
        Count(busts ? "Busts" : "Corrections");
        (fill.Price, fill.Quantity) = (busts ? fill.Price : price, quantity);
        if (order != null)
        {
            if (order.HasTerms && order.IsFinal)
            {
                FollowEnd(order);
            }

            Settle(order);
        }
    }

    private static int Sign(Side side) => side == Side.Buy ? 1 : -1;

    /// <summary>Alarms of a fill that is worse than the limit, or of something else.</summary>
    private void Doubt(ReferenceOrder order, EngineEvent e)
    {
        long[] limits = order.Price == 0 ? [] : order.Replacement is { } r ? [order.Price, r.Price] : [order.Price];
        if (limits.Length > 0 && limits.All(limit => order.Side == Side.Buy ? e.Price.Raw > limit : e.Price.Raw < limit))
        {
            Count("PriceViolations");
        }

        int side = order.Side == Side.Buy ? 1 : 2;
        if (e.Fill != 0 && e.Fill != (side * 4_096) + (order.Listing.Instrument.Value % 4_096))
        {
            Count("MismatchedFills");
        }
    }
}
