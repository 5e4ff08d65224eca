using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Risk.Gate;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Risk.Market;
using LowLatency.Trading.Risk.Stops;
using LowLatency.Trading.Validation;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Risk;

/// <summary>The <see cref="OrderBounds"/> of every strategy at every listing. Owned by the risk stage, which renews them when something they stand for changes.</summary>
/// <remarks>The records of listing 0 stand for "unknown" and are never open.</remarks>
internal sealed unsafe class OrderBoundsTable : IDisposable
{
    private readonly NativeBuffer<OrderBounds> _buffer;
    private readonly OrderBounds* _records;
    private readonly PositionBook _positions;
    private readonly ReferencePrices _prices;
    private readonly ListingTable _listings;
    private readonly RiskLimitTable _limits;
    private readonly MarketReferences _references;
    private readonly CollarTable _collars;
    private readonly TradingSessions _sessions;
    private readonly Entitlements _entitlements;
    private readonly InstrumentId[] _instruments;
    private readonly AccountId[] _accounts;
    private readonly int[][] _listingsOf;
    private readonly uint _strategies;
    private readonly uint _count;

    public OrderBoundsTable(EngineDefinition definition, ListingTable listings, PositionBook positions, ReferencePrices prices, RiskLimitTable limits, MarketReferences references, CollarTable collars, TradingSessions sessions, Entitlements entitlements)
    {
        _listings = listings;
        _positions = positions;
        _prices = prices;
        _limits = limits;
        _references = references;
        _collars = collars;
        _sessions = sessions;
        _entitlements = entitlements;
        _strategies = (uint)definition.Strategies.Count + 1;
        _count = (uint)definition.Listings.Count + 1;
        _buffer = new NativeBuffer<OrderBounds>(checked((int)(_strategies * _count)));
        _records = _buffer.Start;
        _accounts = [default, .. definition.Strategies.Select(strategy => strategy.Account)];
        _instruments = [default, .. definition.Listings.Select(listing => listing.Instrument)];
        _listingsOf = [.. Enumerable.Range(0, definition.Instruments.Count + 1).Select(ListingsOf)];
    }

    /// <summary>The record of a strategy at a listing.</summary>
    /// <param name="strategy">A strategy of the engine.</param>
    /// <param name="listing">From <see cref="ListingTable.Find"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly OrderBounds Of(StrategyId strategy, int listing) => ref _records[(strategy.Value * _count) + (uint)listing];

    /// <summary>The account a strategy trades for.</summary>
    public AccountId AccountOf(StrategyId strategy) => _accounts[strategy.Value];

    /// <summary>Renews the records of one instrument: its prices have changed.</summary>
    public void RenewPrices(InstrumentId instrument)
    {
        foreach (int listing in _listingsOf[instrument.Value])
        {
            for (uint strategy = 1; strategy < _strategies; strategy++)
            {
                RenewPrices(ref _records[(strategy * _count) + (uint)listing], instrument, in _listings.At(listing));
            }
        }
    }

    /// <summary>Renews every record that a scope covers: a limit or a switch of it has changed.</summary>
    public void Renew(in RiskScope scope, KillSwitch killSwitch, RiskGate gate)
    {
        for (uint strategy = 1; strategy < _strategies; strategy++)
        {
            if ((scope.Strategy.Value == 0 || scope.Strategy.Value == strategy) && (scope.Account.Value == 0 || scope.Account == _accounts[strategy]))
            {
                Renew(new StrategyId((ushort)strategy), in scope, killSwitch, gate);
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    private int[] ListingsOf(int instrument) => [.. Enumerable.Range(1, _instruments.Length - 1).Where(listing => _instruments[listing].Value == instrument)];

    private void Renew(StrategyId strategy, in RiskScope scope, KillSwitch killSwitch, RiskGate gate)
    {
        for (int listing = 1; listing < _count; listing++)
        {
            ref readonly ListingRecord rules = ref _listings.At(listing);
            InstrumentId instrument = _instruments[listing];
            if ((scope.Instrument.Value == 0 || scope.Instrument == instrument) && (scope.Venue.Value == 0 || scope.Venue == rules.Venue))
            {
                ref OrderBounds bounds = ref _records[(strategy.Value * _count) + (uint)listing];
                RenewLimits(ref bounds, strategy, instrument, in rules);
                bounds.IsKilled = killSwitch.Covers(bounds.Account, strategy, rules.Venue, instrument);
                bounds.CountedLevels = gate.CountedLevels(bounds.Account, strategy, rules.Venue, instrument, bounds.PositionIndex);
                bounds.IsEntitled = _entitlements.Cover(bounds.Account, strategy, rules.Venue, instrument);
                bounds.IsStopped |= bounds.IsKilled | !bounds.IsEntitled;
                RenewPrices(ref bounds, instrument, in rules);
            }
        }
    }

    private void RenewLimits(ref OrderBounds bounds, StrategyId strategy, InstrumentId instrument, ref readonly ListingRecord rules)
    {
        AccountId account = _accounts[strategy.Value];
        int index = _positions.IndexOf(account, instrument);
        ref readonly PositionRecord limits = ref _positions.At(index);
        Int128 largest = Int128.Min(limits.MaxOrderQuantity, _limits.OfRoute(RiskLimitKind.MaxOrderQuantity, strategy, rules.Venue));
        Int128 worth = Int128.Min(limits.MaxOrderNotional, _limits.OfRoute(RiskLimitKind.MaxOrderNotional, strategy, rules.Venue));
        long low = Math.Max(1, rules.MinQuantity);
        long high = (long)Int128.Min(rules.MaxQuantity, largest);
        bounds.PositionIndex = index;
        bounds.Account = account;
        bounds.Venue = rules.Venue;
        bounds.Tick = rules.Tick;
        bounds.Lot = rules.Lot;
        bounds.PreventsSelfTrades = !rules.Abilities.Has(VenueAbilities.SelfTradePrevention);
        bounds.NotionalHigh = (ulong)(worth >> 64);
        bounds.LowQuantity = low;
        bounds.QuantitySpan = (ulong)Math.Max(0, high - low);
        bounds.IsStopped = low > high || limits.MissesLimit || _limits.IsBeyondBounds(account, strategy, rules.Venue, instrument) || !rules.Abilities.Has(VenueAbilities.Standard);
    }

    private void RenewPrices(ref OrderBounds bounds, InstrumentId instrument, ref readonly ListingRecord rules)
    {
        ref readonly PositionRecord limits = ref _positions.At(bounds.PositionIndex);
        long* best = _prices.Of(instrument);
        ref readonly CollarRecord collars = ref _collars.At(bounds.PositionIndex);
        ref readonly MarketRecord market = ref _references.Of(instrument);
        long low = Math.Max(Math.Max(Math.Max(1, rules.MinPrice), limits.CollarLow), Math.Max(collars.Low, market.BandLow));
        long high = Math.Min(Math.Min(rules.MaxPrice, limits.CollarHigh), Math.Min(collars.High, market.BandHigh));
        bounds.Bid = best[0];
        bounds.Ask = best[1];
        bounds.LowPrice = low;
        bounds.PriceSpan = (ulong)(high - low);
        bounds.IsOpen = !bounds.IsStopped && !collars.IsMissing && low <= high && (best[0] | best[1]) != 0 && _sessions.IsOpen(rules.Venue, instrument);
    }
}
