using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;

namespace LowLatency.Testing.Model;

/// <summary>The controls that look at the market and at lists.</summary>
public sealed partial class ReferenceEngine
{
    private readonly Dictionary<(InstrumentId Instrument, ReferenceField Field), (long Value, long High)> _references = [];
    private readonly Dictionary<InstrumentId, long> _topTimes = [];

    private IEnumerable<(RejectReason Reason, Func<Demand, Measured> Measure)> MarketControls =>
    [
        (RejectReason.RestrictedInstrument, Restriction),
        (RejectReason.LocateRequired, Locate),
        (RejectReason.ShortSalePriceTest, ShortSaleTest),
        (RejectReason.VolumeShareLimit, VolumeShare),
        (RejectReason.NoReferencePrice, demand => new(0, null, Collars(demand).Any(one => one.Around == null), long.MaxValue, IsShare: false)),
        (RejectReason.StaleMarketData, Age),
        (RejectReason.CrossedMarket, Overlap),
        (RejectReason.PriceBand, Band),
        (RejectReason.SweepLimit, Sweep),
    ];

    private void ReferenceData(EngineEvent e)
    {
        if (e.ReferenceField == ReferenceField.TradingStatus)
        {
            Status(e);
            return;
        }

        bool isBand = e.ReferenceField == ReferenceField.PriceBand;
        bool isKnown = e.ReferenceField is ReferenceField.LastTrade or ReferenceField.PreviousClose or ReferenceField.AverageDailyVolume || isBand
            || (e.ReferenceField == ReferenceField.ShortSaleTest && e.ReferenceValue <= 1);
        bool fits = isBand ? e.ReferenceHigh == 0 || e.ReferenceValue <= e.ReferenceHigh : e.ReferenceHigh == 0;
        if (!IsInstrument(e.Instrument) || !isKnown || !fits || e.ReferenceValue < 0 || e.ReferenceHigh < 0)
        {
            Count("BadMarketData");
            return;
        }

        _references[(e.Instrument, e.ReferenceField)] = (e.ReferenceValue, e.ReferenceHigh);
        if (e.ReferenceField == ReferenceField.LastTrade)
        {
            Watch(e.Instrument, TriggerSource.LastTrade, e.ReferenceValue);
            Trigger(e.Instrument);
        }
    }

    /// <summary>What an order's price is held against, and whether it is inside.</summary>
    private Measured Collar(Demand demand)
    {
        List<(BigInteger Low, BigInteger High)> all = [.. Collars(demand).Where(one => one.Around != null).Select(one => one.Around!.Value)];
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        if (!demand.IsMarket && (bid != 0 || ask != 0))
        {
            BigInteger bps = Required(RiskLimitKind.PriceCollarBps, demand);
            all.Add((Under(bid, ask) - (Under(bid, ask) * bps / 10_000), Over(bid, ask) + (Over(bid, ask) * bps / 10_000)));
        }

        BigInteger price = Valued(demand);
        BigInteger low = all.Select(one => one.Low).Append(long.MinValue).Max();
        BigInteger high = all.Select(one => one.High).Append(long.MaxValue).Min();
        return new(price, price < low ? low : high, price < low || price > high, long.MaxValue, IsShare: false);
    }

    private static BigInteger Under(BigInteger bid, BigInteger ask) => bid != 0 ? bid : ask;

    private static BigInteger Over(BigInteger bid, BigInteger ask) => ask != 0 ? ask : bid;

    /// <summary>The collars in force that an order of its aggression meets; null where there is no price to lie around.</summary>
    private IEnumerable<(RiskLimitKind Kind, (BigInteger Low, BigInteger High)? Around)> Collars(Demand demand)
    {
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        BigInteger price = Valued(demand);
        bool aggressive = demand.IsMarket || (demand.Side == Side.Buy ? ask != 0 && price >= ask : bid != 0 && price <= bid);
        (string Name, BigInteger Below, BigInteger Above)[] references =
        [
            ("Top", Under(bid, ask), Over(bid, ask)),
            ("Mid", bid != 0 && ask != 0 ? (bid + ask) / 2 : 0, bid != 0 && ask != 0 ? (bid + ask) / 2 : 0),
            ("LastTrade", Datum(demand, ReferenceField.LastTrade), Datum(demand, ReferenceField.LastTrade)),
            ("Close", Datum(demand, ReferenceField.PreviousClose), Datum(demand, ReferenceField.PreviousClose)),
        ];
        BigInteger tick = definition.Instruments.All[demand.Instrument.Value - 1].TickSize.Raw;
        foreach ((string name, BigInteger below, BigInteger above) in references)
        {
            foreach (string unit in (string[])["Bps", "Ticks"])
            {
                RiskLimitKind kind = Enum.Parse<RiskLimitKind>($"{(aggressive ? "Aggressive" : "Passive")}{name}Collar{unit}");
                if (Limit(kind, demand) is not { } limit)
                {
                    continue;
                }

                BigInteger Distance(BigInteger from) => unit == "Bps" ? from * limit / 10_000 : limit * tick;
                yield return (kind, below == 0 ? null : (below - Distance(below), above + Distance(above)));
            }
        }
    }

    private BigInteger Datum(Demand demand, ReferenceField field) => _references.GetValueOrDefault((demand.Instrument, field)).Value;

    private Measured VolumeShare(Demand demand)
    {
        if (Limit(RiskLimitKind.MaxVolumeShareBps, demand) is not { } bps)
        {
            return new(demand.Quantity, null, false, long.MaxValue);
        }

        BigInteger most = Datum(demand, ReferenceField.AverageDailyVolume) * bps / 10_000;
        return new(demand.Quantity, most, demand.Quantity > most, most);
    }

    private Measured Age(Demand demand)
    {
        BigInteger age = _nowNs - _topTimes.GetValueOrDefault(demand.Instrument);
        BigInteger? limit = Limit(RiskLimitKind.MaxMarketDataAge, demand);
        return new(age, limit, age > limit, long.MaxValue, IsShare: false);
    }

    private Measured Overlap(Demand demand)
    {
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        BigInteger? limit = Limit(RiskLimitKind.MaxOverlapTicks, demand) * definition.Instruments.All[demand.Instrument.Value - 1].TickSize.Raw;
        return new(bid - ask, limit, bid != 0 && ask != 0 && bid - ask >= limit, long.MaxValue, IsShare: false);
    }

    private Measured Band(Demand demand)
    {
        (long low, long high) = _references.GetValueOrDefault((demand.Instrument, ReferenceField.PriceBand));
        BigInteger price = Valued(demand);
        return demand.Side == Side.Buy
            ? new(price, high, high != 0 && price > high, long.MaxValue, IsShare: false)
            : new(price, low, low != 0 && price < low, long.MaxValue, IsShare: false);
    }

    /// <summary>At 0 nothing passes; at 1 only what cannot lead beyond flat.</summary>
    private Measured Restriction(Demand demand)
    {
        BigInteger? restriction = Limit(RiskLimitKind.Restriction, demand);
        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger before = (demand.Side == Side.Buy ? held : -held) + Working(demand.Account, demand.Instrument, demand.Side == Side.Buy ? Side.Buy : Side.Sell);
        bool opens = demand.Extra > 0 && before + demand.Extra > 0;
        return new(before + demand.Extra, 0, restriction == 0 || (restriction == 1 && opens), long.MaxValue, IsShare: false);
    }

    /// <summary>Where short sales are restricted, a sale may not lead to a short position larger than what is located and marked.</summary>
    private Measured Locate(Demand demand)
    {
        if (demand.Side == Side.Buy || Limit(RiskLimitKind.ShortSale, demand) is not { } allows)
        {
            return new(0, null, false, long.MaxValue, IsShare: false);
        }

        bool isMarked = demand.Side is Side.SellShort or Side.SellShortExempt;
        BigInteger located = isMarked && allows == 1 ? _limits.GetValueOrDefault((RiskScope.Of(demand.Account, demand.Instrument), RiskLimitKind.LocatedQuantity)) : 0;
        BigInteger before = Working(demand.Account, demand.Instrument, Side.Sell) - Position(demand.Account, demand.Instrument).Position;
        BigInteger room = BigInteger.Max(0, located - before);
        return new(before + demand.Extra, located, demand.Extra > room, demand.Quantity - demand.Extra + room, IsShare: false);
    }

    private Measured ShortSaleTest(Demand demand)
    {
        BigInteger bid = _tops.GetValueOrDefault(demand.Instrument).Bid;
        bool isTested = demand.Side == Side.SellShort && Datum(demand, ReferenceField.ShortSaleTest) == 1;
        BigInteger price = Valued(demand);
        return new(price, bid, isTested && (demand.IsMarket || bid == 0 || price <= bid), long.MaxValue, IsShare: false);
    }
}
