using System.Runtime.CompilerServices;
using LowLatency.Primitives.Collections;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Validation;

/// <summary>Listings by number, and the way to them from an instrument and a venue. Read-only after start. Listing 0 stands for "not listed" and lets every bound pass, so that checks need no branch.</summary>
internal sealed unsafe class ListingTable : IDisposable
{
    private readonly NativeBuffer<ListingRecord> _records;
    private readonly NativeBuffer<int> _numbers;
    private readonly ListingRecord* _record;
    private readonly int* _number;
    private readonly uint _instruments;
    private readonly uint _venues;

    public ListingTable(EngineDefinition definition)
    {
        _instruments = (uint)definition.Instruments.Count + 1;
        _venues = (uint)definition.Venues.Count + 1;
        _records = new NativeBuffer<ListingRecord>(definition.Listings.Count + 1);
        _numbers = new NativeBuffer<int>(checked((int)(_instruments * _venues)));
        _record = _records.Start;
        _number = _numbers.Start;
        _record[0] = new ListingRecord { Tick = new(1), Lot = new(1), MaxPrice = long.MaxValue, MaxQuantity = long.MaxValue, MinPrice = long.MinValue, MinQuantity = long.MinValue, Abilities = VenueAbilities.All };
        for (int i = 1; i <= definition.Listings.Count; i++)
        {
            ListingDefinition listing = definition.Listings[i - 1];
            _record[i] = Record(listing, definition.Venues[listing.Venue.Value - 1].Abilities);
            _number[(listing.Instrument.Value * (int)_venues) + listing.Venue.Value] = i;
            ref int own = ref _number[listing.Instrument.Value * (int)_venues];
            own = own == 0 ? i : own;
        }
    }

    /// <summary>The number of the listing, 0 where there is none. A venue of 0 means the instrument's first listing.</summary>
    /// <param name="place">Instrument, strategy and venue as in <see cref="EngineEvent.Place"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong place)
    {
        uint instrument = (uint)place;
        uint venue = (uint)(place >> 48);
        return instrument < _instruments && venue < _venues ? _number[(instrument * _venues) + venue] : 0;
    }

    /// <summary>A listing by number; the number comes from <see cref="Find"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ListingRecord At(int listing) => ref _record[listing];

    /// <summary>True for a number of the instrument table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInstrument(InstrumentId instrument) => (uint)instrument.Value - 1 < _instruments - 1;

    public void Dispose()
    {
        _records.Dispose();
        _numbers.Dispose();
    }

    private static ListingRecord Record(ListingDefinition listing, VenueAbilities abilities) => new()
    {
        Tick = new ExactDivisor(listing.TickSize.Raw),
        Lot = new ExactDivisor(listing.LotSize.Raw),
        MinPrice = (listing.MinPrice ?? listing.TickSize).Raw,
        MaxPrice = listing.MaxPrice.Raw,
        MinQuantity = (listing.MinQuantity ?? listing.LotSize).Raw,
        MaxQuantity = listing.MaxQuantity.Raw,
        TickSize = listing.TickSize.Raw,
        LotSize = listing.LotSize.Raw,
        MakerFeeRate = (int)listing.MakerFeeRate,
        TakerFeeRate = (int)listing.TakerFeeRate,
        Venue = listing.Venue,
        Abilities = abilities,
    };
}
