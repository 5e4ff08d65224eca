using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Testing.Model;

/// <summary>Trades with oneself.</summary>
public sealed partial class ReferenceEngine
{
    /// <summary>Orders that wait until those they would meet have ended, the oldest first.</summary>
    private readonly List<ReferenceOrder> _waitingForSelf = [];

    private SelfTradeAction? ActionFor(AccountId account, ListingDefinition listing)
    {
        RiskScope[] scopes = [RiskScope.Firm, RiskScope.Of(account), RiskScope.Of(listing.Instrument), RiskScope.Of(account, listing.Instrument)];
        Int128[] set = [.. scopes.Where(scope => _limits.ContainsKey((scope, RiskLimitKind.SelfTradePrevention))).Select(scope => _limits[(scope, RiskLimitKind.SelfTradePrevention)])];
        return set.Length == 0 || AbilitiesOf(listing).HasFlag(VenueAbilities.SelfTradePrevention) ? null : (SelfTradeAction)(int)set.Min();
    }

    private static long PriceOfOwn(ReferenceOrder order) => order.Replacement is not { } r ? order.Price
        : order.Side == Side.Buy ? Math.Max(order.Price, r.Price) : Math.Min(order.Price, r.Price);

    /// <summary>The orders an order would meet, the nearest first; at any price where it has none.</summary>
    private List<ReferenceOrder> Own(AccountId account, ListingDefinition listing, Side side, BigInteger? price)
    {
        bool firm = _limits.ContainsKey((RiskScope.Firm, RiskLimitKind.SelfTradePrevention));
        bool buys = side == Side.Buy;
        IEnumerable<ReferenceOrder> own = _kept.Values.Where(order => !order.IsFinal && order.Status != OrdStatus.Held && !order.WaitsAtVenue && order.Price != 0
            && WorksAs(order.OrderType) != OrderType.Market && order.TimeInForce is not (TimeInForce.Ioc or TimeInForce.Fok)
            && order.Listing == listing && Buys(order.Side) != buys && (firm || order.Account == account)
            && (price == null || (buys ? PriceOfOwn(order) <= price : PriceOfOwn(order) >= price)));
        return [.. own.OrderBy(order => buys ? PriceOfOwn(order) : -PriceOfOwn(order)).ThenBy(order => (uint)order.Handle)];
    }

    /// <summary>Does what the limit says; true where the order has to wait.</summary>
    private bool PreventSelfTrade(Failures failed, AccountId account, ListingDefinition? listing, Side side, OrderType type, long price, bool isRelease, int records, ref long quantity)
    {
        bool isMarket = type is OrderType.Market or OrderType.MarketToLimit;
        if (listing == null || failed.Has(RejectReason.UnknownAccount) || ActionFor(account, listing) is not { } action || (type == OrderType.Pegged && price == 0))
        {
            return false;
        }

        List<ReferenceOrder> own = Own(account, listing, side, isMarket ? null : price);
        if (own.Count == 0)
        {
            return false;
        }

        if (action == SelfTradeAction.CancelNewest)
        {
            failed.Add(RejectReason.SelfTrade, price, PriceOfOwn(own[0]));
            return false;
        }

        if (failed.Any)
        {
            return false;
        }

        bool decrements = action == SelfTradeAction.Decrement && !isRelease;
        int used = _kept.Values.Count(order => order.HasTerms);
        if (action != SelfTradeAction.CancelBoth && used + records + (decrements ? 1 : 0) > definition.Limits.MaxOrdersWithTerms)
        {
            failed.Add(RejectReason.OrderCapacity, used, definition.Limits.MaxOrdersWithTerms);
            return false;
        }

        long left = decrements ? quantity : long.MaxValue;
        foreach (ReferenceOrder order in own.Where(order => !order.CancelWanted && order.CancelClOrdId == null))
        {
            if (left == 0)
            {
                break;
            }

            BigInteger stays = BigInteger.Max(0, order.LeavesQty - order.Owed);
            if (left >= stays)
            {
                order.CancelWanted = true;
                left -= (long)stays;
            }
            else
            {
                order.HasTerms = true;
                order.Owed += left;
                MakeDue(order, Due.Reduce);
                left = 0;
            }
        }

        if (action == SelfTradeAction.CancelBoth || left == 0)
        {
            failed.Add(RejectReason.SelfTrade, price, PriceOfOwn(own[0]));
            return false;
        }

        quantity = decrements ? left : quantity;
        return true;
    }

    /// <summary>An order at a listing has ended: those that wait there look again.</summary>
    private void Wake(ReferenceOrder ended)
    {
        foreach (ReferenceOrder order in _waitingForSelf.Where(order => order.Listing == ended.Listing).ToList())
        {
            _waitingForSelf.Remove(order);
            MakeDue(order, Due.Release);
        }
    }
}
