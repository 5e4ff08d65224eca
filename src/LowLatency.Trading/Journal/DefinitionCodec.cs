using System.Text;
using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Operators;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;

namespace LowLatency.Trading.Journal;

/// <summary>An engine's definition as bytes, so that a journal can be replayed from itself alone.</summary>
/// <remarks>
/// In this order, lists with their length as a 32-bit number before them, texts as UTF-8 with a 7-bit-encoded length: limits (thirteen 32-bit numbers, in the order
/// of <see cref="EngineLimits"/>), instruments, venues, accounts, strategies, listings, operators, whether loosening a limit needs approval, the start of the day, limits, entitlements.
/// </remarks>
internal static class DefinitionCodec
{
    public static byte[] Encode(EngineDefinition definition)
    {
        using MemoryStream bytes = new();
        using BinaryWriter w = new(bytes, Encoding.UTF8);
        EngineLimits limits = definition.Limits;
        foreach (int value in (int[])[limits.MaxOrders, limits.MaxOrdersWithTerms, limits.StrategyInbox, limits.StrategyReports, limits.MarketDataInbox, limits.VenueInbox, limits.VenueRequests, limits.OperatorInbox, limits.OperatorRecords, limits.DuplicateOrders, limits.MaxCompletedOrders, limits.MaxExecutions, limits.DropCopy])
        {
            w.Write(value);
        }

        w.Write(definition.Instruments.Count);
        foreach (Instrument i in definition.Instruments.All)
        {
            w.Write(i.Symbol);
            w.Write(i.Currency);
            w.Write(i.TickSize.Raw);
            w.Write(i.LotSize.Raw);
            w.Write(definition.SectorOf(i.Id) ?? "");
        }

        w.Write(definition.Venues.Count);
        foreach (VenueDefinition venue in definition.Venues)
        {
            w.Write(venue.Name);
            w.Write((int)venue.Abilities);
            w.Write((byte)venue.Status);
        }

        w.Write(definition.Accounts.Count);
        foreach (AccountDefinition account in definition.Accounts)
        {
            w.Write(account.Name);
        }

        w.Write(definition.Strategies.Count);
        foreach (StrategyDefinition strategy in definition.Strategies)
        {
            w.Write(strategy.Name);
            w.Write(strategy.Account.Value);
        }

        w.Write(definition.Listings.Count);
        foreach (ListingDefinition listing in definition.Listings)
        {
            Write(w, listing);
        }

        w.Write(definition.Operators.Count);
        foreach (OperatorDefinition person in definition.Operators)
        {
            w.Write(person.Name);
        }

        w.Write(definition.LooseningNeedsApproval);
        w.Write(definition.DayStartNs);
        w.Write(definition.RiskLimits.Count);
        foreach (((RiskScope scope, RiskLimitKind kind), Int128 value) in definition.RiskLimits.OrderBy(one => Order(one.Key.Scope, one.Key.Kind)))
        {
            Write(w, scope);
            w.Write((byte)kind);
            w.Write((ulong)(value >> 64));
            w.Write((ulong)value);
        }

        w.Write(definition.Entitlements.Count);
        foreach (RiskScope scope in definition.Entitlements)
        {
            Write(w, scope);
        }

        w.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Not such bytes.</exception>
    public static EngineDefinition Decode(byte[] bytes)
    {
        try
        {
            using BinaryReader r = new(new MemoryStream(bytes), Encoding.UTF8);
            return Read(r);
        }
        catch (Exception e) when (e is IOException or ArgumentException or OverflowException or FormatException)
        {
            throw new InvalidDataException($"the journal's definition cannot be read: {e.Message}", e);
        }
    }

    private static EngineDefinition Read(BinaryReader r)
    {
        EngineLimits limits = new()
        {
            MaxOrders = r.ReadInt32(),
            MaxOrdersWithTerms = r.ReadInt32(),
            StrategyInbox = r.ReadInt32(),
            StrategyReports = r.ReadInt32(),
            MarketDataInbox = r.ReadInt32(),
            VenueInbox = r.ReadInt32(),
            VenueRequests = r.ReadInt32(),
            OperatorInbox = r.ReadInt32(),
            OperatorRecords = r.ReadInt32(),
            DuplicateOrders = r.ReadInt32(),
            MaxCompletedOrders = r.ReadInt32(),
            MaxExecutions = r.ReadInt32(),
            DropCopy = r.ReadInt32(),
        };
        InstrumentTable instruments = new();
        EngineDefinition definition = new(instruments) { Limits = limits };
        Repeat(r, () =>
        {
            Instrument instrument = instruments.Add(r.ReadString(), r.ReadString(), new Price(r.ReadInt64()), new Quantity(r.ReadInt64()));
            if (r.ReadString() is { Length: > 0 } sector)
            {
                definition.SetSector(instrument.Id, sector);
            }
        });
        Repeat(r, () => definition.AddVenue(r.ReadString(), (VenueAbilities)r.ReadInt32(), (TradingStatus)r.ReadByte()));
        Repeat(r, () => definition.AddAccount(r.ReadString()));
        Repeat(r, () => definition.AddStrategy(r.ReadString(), new AccountId(r.ReadUInt16())));
        Repeat(r, () => definition.AddListing(ReadListing(r)));
        Repeat(r, () => definition.AddOperator(r.ReadString()));
        definition.LooseningNeedsApproval = r.ReadBoolean();
        definition.DayStartNs = r.ReadInt64();
        Repeat(r, () => definition.SetLimit(ReadScope(r), (RiskLimitKind)r.ReadByte(), new Int128(r.ReadUInt64(), r.ReadUInt64())));
        Repeat(r, () => definition.Entitle(ReadScope(r)));
        return definition;
    }

    private static void Write(BinaryWriter w, RiskScope scope)
    {
        w.Write(scope.Account.Value);
        w.Write(scope.Strategy.Value);
        w.Write(scope.Venue.Value);
        w.Write(scope.Instrument.Value);
    }

    private static RiskScope ReadScope(BinaryReader r) =>
        new(new AccountId(r.ReadUInt16()), new StrategyId(r.ReadUInt16()), new VenueId(r.ReadUInt16()), new InstrumentId(r.ReadInt32()));

    private static (int, int, int, int, int) Order(RiskScope scope, RiskLimitKind kind) =>
        (scope.Account.Value, scope.Strategy.Value, scope.Venue.Value, scope.Instrument.Value, (int)kind);

    private static void Repeat(BinaryReader r, Action read)
    {
        for (int count = r.ReadInt32(); count > 0; count--)
        {
            read();
        }
    }

    private static void Write(BinaryWriter w, ListingDefinition listing)
    {
        w.Write(listing.Instrument.Value);
        w.Write(listing.Venue.Value);
        w.Write(listing.TickSize.Raw);
        w.Write(listing.LotSize.Raw);
        w.Write((listing.MinPrice ?? listing.TickSize).Raw);
        w.Write(listing.MaxPrice.Raw);
        w.Write((listing.MinQuantity ?? listing.LotSize).Raw);
        w.Write(listing.MaxQuantity.Raw);
        w.Write(listing.MakerFeeRate);
        w.Write(listing.TakerFeeRate);
    }

    private static ListingDefinition ReadListing(BinaryReader r) => new()
    {
        Instrument = new InstrumentId(r.ReadInt32()),
        Venue = new VenueId(r.ReadUInt16()),
        TickSize = new Price(r.ReadInt64()),
        LotSize = new Quantity(r.ReadInt64()),
        MinPrice = new Price(r.ReadInt64()),
        MaxPrice = new Price(r.ReadInt64()),
        MinQuantity = new Quantity(r.ReadInt64()),
        MaxQuantity = new Quantity(r.ReadInt64()),
        MakerFeeRate = r.ReadInt64(),
        TakerFeeRate = r.ReadInt64(),
    };
}
