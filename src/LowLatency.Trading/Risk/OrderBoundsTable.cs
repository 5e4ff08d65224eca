using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Validation;

namespace LowLatency.Trading.Risk;

/// <summary>The <see cref="OrderBounds"/> of every account at every listing. Owned by the risk stage, which renews them when something they stand for changes.</summary>
/// <remarks>The records of account 0 and of listing 0 stand for "unknown" and are never open.</remarks>
internal sealed unsafe class OrderBoundsTable : IDisposable
{
    private readonly NativeBuffer<OrderBounds> _buffer;
    private readonly OrderBounds* _records;
    private readonly PositionBook _positions;
    private readonly ReferencePrices _prices;
    private readonly ListingTable _listings;
    private readonly InstrumentId[] _instruments;
    private readonly int[][] _listingsOf;
    private readonly uint _accounts;
    private readonly uint _count;

    public OrderBoundsTable(EngineDefinition definition, ListingTable listings, PositionBook positions, ReferencePrices prices)
    {
        _listings = listings;
        _positions = positions;
        _prices = prices;
        _accounts = (uint)definition.Accounts.Count + 1;
        _count = (uint)definition.Listings.Count + 1;
        _buffer = new NativeBuffer<OrderBounds>(checked((int)(_accounts * _count)));
        _records = _buffer.Start;
        _instruments = [default, .. definition.Listings.Select(listing => listing.Instrument)];
        _listingsOf = [.. Enumerable.Range(0, definition.Instruments.Count + 1).Select(ListingsOf)];
        RenewAll(isStopped: false);
    }

    /// <summary>The record of an account at a listing; that of account 0 where the number is out of range.</summary>
    /// <param name="account">Any number.</param>
    /// <param name="listing">From <see cref="ListingTable.Find"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly OrderBounds Of(uint account, int listing) => ref _records[((account < _accounts ? account : 0) * _count) + (uint)listing];

    /// <summary>Renews the records of one instrument: its prices have changed.</summary>
    public void Renew(InstrumentId instrument)
    {
        foreach (int listing in _listingsOf[instrument.Value])
        {
            for (uint account = 1; account < _accounts; account++)
            {
                RenewPrices(ref _records[(account * _count) + (uint)listing], instrument, in _listings.At(listing));
            }
        }
    }

    /// <summary>Renews all records: a limit or a switch has changed.</summary>
    /// <param name="isStopped">Whether some strategy is stopped: then every order is looked at check by check.</param>
    public void RenewAll(bool isStopped)
    {
        for (int listing = 1; listing < _count; listing++)
        {
            for (uint account = 1; account < _accounts; account++)
            {
                ref OrderBounds bounds = ref _records[(account * _count) + (uint)listing];
                RenewLimits(ref bounds, new AccountId((ushort)account), _instruments[listing], in _listings.At(listing));
                bounds.IsStopped |= isStopped;
                RenewPrices(ref bounds, _instruments[listing], in _listings.At(listing));
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    private int[] ListingsOf(int instrument) => [.. Enumerable.Range(1, _instruments.Length - 1).Where(listing => _instruments[listing].Value == instrument)];

    private void RenewLimits(ref OrderBounds bounds, AccountId account, InstrumentId instrument, ref readonly ListingRecord rules)
    {
        int index = _positions.IndexOf(account, instrument);
        ref readonly PositionRecord limits = ref _positions.At(index);
        long low = Math.Max(1, rules.MinQuantity);
        long high = Math.Min(rules.MaxQuantity, limits.MaxOrderQuantity);
        bounds.PositionIndex = index;
        bounds.Venue = rules.Venue;
        bounds.Tick = rules.Tick;
        bounds.Lot = rules.Lot;
        bounds.NotionalHigh = (ulong)(limits.MaxOrderNotional >> 64);
        bounds.LowQuantity = low;
        bounds.QuantitySpan = (ulong)Math.Max(0, high - low);
        bounds.IsStopped = low > high || limits.Killed != KillScopes.None;
    }

    private void RenewPrices(ref OrderBounds bounds, InstrumentId instrument, ref readonly ListingRecord rules)
    {
        ref readonly PositionRecord limits = ref _positions.At(bounds.PositionIndex);
        long* best = _prices.Of(instrument);
        long low = Math.Max(Math.Max(1, rules.MinPrice), limits.CollarLow);
        long high = Math.Min(rules.MaxPrice, limits.CollarHigh);
        bounds.Bid = best[0];
        bounds.Ask = best[1];
        bounds.LowPrice = low;
        bounds.PriceSpan = (ulong)(high - low);
        bounds.IsOpen = !bounds.IsStopped && low <= high && (best[0] | best[1]) != 0;
    }
}
