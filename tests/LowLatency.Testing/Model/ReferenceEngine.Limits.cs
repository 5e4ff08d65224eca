using System.Numerics;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Orders;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Risk.Limits;

namespace LowLatency.Testing.Model;

/// <summary>The limits: of all levels, and every control that stands on them.</summary>
public sealed partial class ReferenceEngine
{
    private readonly Dictionary<(RiskScope Scope, RiskLimitKind Kind), Int128> _limits = new(definition.RiskLimits);

    /// <summary>Every control in turn: its reason, and what it makes of a demand.</summary>
    private IEnumerable<(RejectReason Reason, Func<Demand, Measured> Measure)> Controls =>
    [
        (RejectReason.OrderQuantityLimit, OrderQuantity),
        (RejectReason.OrderNotionalLimit, OrderValue),
        (RejectReason.PriceCollar, Collar),
        (RejectReason.PositionLimit, WorstPosition),
        (RejectReason.ReduceOnly, Reduction),
        .. MarketControls,
        .. CountingControls,
        .. ValuingControls,
    ];

    /// <summary>The tightest limit of those levels of a demand that the kind can be set at; null where none is set.</summary>
    private BigInteger? Limit(RiskLimitKind kind, Demand demand)
    {
        RiskScope[] scopes =
        [
            RiskScope.Firm, RiskScope.Of(demand.Account), RiskScope.Of(demand.Strategy), RiskScope.Of(demand.Listing!.Venue),
            RiskScope.Of(demand.Instrument), RiskScope.Of(demand.Account, demand.Instrument),
        ];
        BigInteger[] set = [.. scopes.Where(scope => _limits.ContainsKey((scope, kind))).Select(scope => (BigInteger)_limits[(scope, kind)])];
        return set.Length == 0 ? null : set.Min();
    }

    private BigInteger Required(RiskLimitKind kind, Demand demand) => Limit(kind, demand) ?? 0;

    /// <summary>Of the kinds every order needs: none may be missing at all of firm, account, instrument and position.</summary>
    private bool MissesLimit(Demand demand) => RiskLimitRules.All.Any(rule => rule.IsRequired
        && !_limits.Keys.Any(key => key.Kind == rule.Kind
            && key.Scope.Strategy.Value == 0 && key.Scope.Venue.Value == 0
            && (key.Scope.Account.Value == 0 || key.Scope.Account == demand.Account)
            && (key.Scope.Instrument.Value == 0 || key.Scope.Instrument == demand.Instrument)));

    /// <summary>The controls a demand meets: one that waits for a trigger is held against the market when it is released, and a release has been counted when it was sent.</summary>
    private IEnumerable<(RejectReason Reason, Func<Demand, Measured> Measure)> ControlsOf(Demand demand)
    {
        RejectReason[] none = demand.Waits
            ? [RejectReason.PriceCollar, RejectReason.NoReferencePrice, RejectReason.StaleMarketData, RejectReason.CrossedMarket, RejectReason.PriceBand, RejectReason.SweepLimit, RejectReason.ShortSalePriceTest]
            : demand.IsRelease ? [RejectReason.MessageRate, RejectReason.DuplicateOrder, RejectReason.OrderToTradeRatio] : [];
        return Controls.Where(control => !none.Contains(control.Reason));
    }

    private Measured Reduction(Demand demand)
    {
        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger closes = BigInteger.Max(0, demand.Side == Side.Buy ? -held : held);
        BigInteger before = Working(demand.Account, demand.Instrument, demand.Side == Side.Buy ? Side.Buy : Side.Sell);
        BigInteger room = demand.Quantity - demand.Extra + BigInteger.Max(0, closes - before);
        bool broken = demand.IsReduceOnly && demand.Extra > 0 && before + demand.Extra > closes;
        return new(before + demand.Extra, closes, broken, demand.IsReduceOnly ? room : long.MaxValue, IsShare: false);
    }

    private Measured OrderQuantity(Demand demand)
    {
        BigInteger limit = MissingIsZero(RiskLimitKind.MaxOrderQuantity, demand);
        return new(demand.Quantity, limit, demand.Quantity > limit, limit);
    }

    private Measured OrderValue(Demand demand)
    {
        BigInteger limit = MissingIsZero(RiskLimitKind.MaxOrderNotional, demand);
        BigInteger price = Valued(demand);
        return new(price * demand.Quantity, limit, price * demand.Quantity > limit, price > 0 ? limit / price : long.MaxValue, IsMoney: true);
    }

    private Measured WorstPosition(Demand demand)
    {
        BigInteger limit = Required(RiskLimitKind.MaxPosition, demand);
        BigInteger held = Position(demand.Account, demand.Instrument).Position;
        BigInteger before = demand.Side == Side.Buy
            ? held + Working(demand.Account, demand.Instrument, Side.Buy)
            : -held + Working(demand.Account, demand.Instrument, Side.Sell);
        BigInteger room = demand.Quantity - demand.Extra + BigInteger.Max(0, limit - before);
        return new(before + demand.Extra, limit, demand.Extra > BigInteger.Max(0, limit - before), room);
    }

    /// <summary>A limit that every order needs at firm, account, instrument or position; strategy and venue can only tighten it.</summary>
    private BigInteger MissingIsZero(RiskLimitKind kind, Demand demand)
    {
        RiskScope[] scopes = [RiskScope.Firm, RiskScope.Of(demand.Account), RiskScope.Of(demand.Instrument), RiskScope.Of(demand.Account, demand.Instrument)];
        return scopes.Any(scope => _limits.ContainsKey((scope, kind))) ? Limit(kind, demand)!.Value : 0;
    }

    /// <summary>What a unit of the order is taken to cost.</summary>
    private BigInteger Valued(Demand demand)
    {
        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        return demand.IsMarket && !demand.Waits ? demand.Side == Side.Buy ? ask : bid : demand.Price;
    }

    /// <summary>Reference price and every control.</summary>
    private void CheckRisk(Failures failed, Demand demand)
    {
        if (!IsInstrument(demand.Instrument))
        {
            return;
        }

        (BigInteger bid, BigInteger ask) = _tops.GetValueOrDefault(demand.Instrument);
        bool isUnknown = demand.Waits ? demand.NeedsReference && demand.Listing != null && demand.Price == 0 : demand.IsMarket || demand.IsPriceless ? Valued(demand) == 0 : bid == 0 && ask == 0;
        if (isUnknown)
        {
            failed.Add(RejectReason.NoReferencePrice, 0);
        }

        if (!HasLimits(demand, failed))
        {
            return;
        }

        if (MissesLimit(demand))
        {
            failed.Add(RejectReason.MissingLimit, 0);
        }

        foreach ((RejectReason reason, Func<Demand, Measured> measure) in ControlsOf(demand))
        {
            Measured measured = measure(demand);
            if (measured.IsBroken && !failed.Has(reason))
            {
                failed.Add(reason, Told(measured.Value, measured.IsMoney), Told(measured.Limit ?? 0, measured.IsMoney));
            }
        }
    }

    private static bool HasLimits(Demand demand, Failures failed) => demand.Listing != null && !failed.Has(RejectReason.UnknownAccount);

    /// <summary>The highest use of any limit, and the largest quantity that would have passed.</summary>
    private void Assess(ref ExecutionReport report, Failures failed, Demand demand)
    {
        if (!HasLimits(demand, failed))
        {
            return;
        }

        Measured[] all = [.. ControlsOf(demand).Select(control => control.Measure(demand))];
        report.RiskScorePercent = (ushort)all.Max(one => Percent(one));
        if (!failed.Only(reason => reason is RejectReason.InvalidQuantity or RejectReason.QuantityOffLot or RejectReason.QuantityOutOfBounds
            or RejectReason.LocateRequired or RejectReason.OrderQuantityLimit or RejectReason.VolumeShareLimit or RejectReason.OrderNotionalLimit or RejectReason.PositionLimit or RejectReason.CreditLimit or RejectReason.DailyTradedValue
            or RejectReason.ReduceOnly or RejectReason.GrossPositionLimit or RejectReason.LeverageLimit or RejectReason.ConcentrationLimit or RejectReason.SectorExposure))
        {
            return;
        }

        ListingDefinition listing = demand.Listing!;
        BigInteger room = BigInteger.Min(all.Min(one => one.Room), listing.MaxQuantity.Raw);
        BigInteger whole = room / listing.LotSize.Raw * listing.LotSize.Raw;
        bool helps = whole >= (listing.MinQuantity ?? listing.LotSize).Raw && whole > demand.Executed;
        report.LargestQuantity = new Quantity(helps ? (long)whole : 0);
    }

    private static int Percent(Measured measured)
    {
        if (measured.Limit is not { } limit || measured.Value <= 0 || !measured.IsShare)
        {
            return 0;
        }

        return limit <= 0 ? ushort.MaxValue : (int)BigInteger.Min(measured.Value * 100 / limit, ushort.MaxValue);
    }

    private static long Told(BigInteger value, bool isMoney) => isMoney ? RoundedUp(value) : Clamped(value);

    /// <summary>What a new order or a replacement asks for.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Strategy">The strategy.</param>
    /// <param name="Listing">The listing; null where there is none.</param>
    /// <param name="Instrument">The instrument.</param>
    /// <param name="Side">The side; what is neither counts as a sale.</param>
    /// <param name="IsMarket">At the opposite best instead of the price.</param>
    /// <param name="Price">The limit price.</param>
    /// <param name="Quantity">The quantity of the order.</param>
    /// <param name="Extra">What it adds to what its side may execute.</param>
    /// <param name="Executed">What has executed already.</param>
    /// <param name="Order">The order to be replaced; null for a new one.</param>
    private sealed record Demand(
        AccountId Account, StrategyId Strategy, ListingDefinition? Listing, InstrumentId Instrument, Side Side, bool IsMarket, BigInteger Price, BigInteger Quantity, BigInteger Extra, BigInteger Executed, ReferenceOrder? Order = null)
    {
        /// <summary>Whether it waits for a trigger.</summary>
        public bool Waits { get; init; }

        /// <summary>Whether, while it waits, nothing says what it costs but the market.</summary>
        public bool NeedsReference { get; init; }

        /// <summary>Whether it is a held order that is to be sent now.</summary>
        public bool IsRelease { get; init; }

        /// <summary>Whether it rests at a price that its type finds.</summary>
        public bool IsPriceless { get; init; }

        public bool IsReduceOnly { get; init; }
    }

    /// <summary>What a control makes of a demand.</summary>
    /// <param name="Value">What it compares.</param>
    /// <param name="Limit">The limit; null where there is none.</param>
    /// <param name="IsBroken">Whether the order may not be sent.</param>
    /// <param name="Room">The largest quantity that would pass.</param>
    /// <param name="IsMoney">Whether value and limit are money.</param>
    /// <param name="IsShare">Whether value over limit is a score.</param>
    private sealed record Measured(BigInteger Value, BigInteger? Limit, bool IsBroken, BigInteger Room, bool IsMoney = false, bool IsShare = true);
}
