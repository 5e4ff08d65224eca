using System.Reflection;
using System.Runtime.CompilerServices;
using LowLatency.Markets.Data;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Reporting;
using LowLatency.Trading.Venues;
using Xunit;

namespace LowLatency.Tests.Trading.Engine;

/// <summary>Where every field of the fixed-size records stands: found by writing ones into a field of zeroed memory, not by what attributes say.</summary>
public class LayoutTests
{
    [Fact]
    public void EngineEvent_is_laid_out_as_documented() => Check<EngineEvent>(
        128,
        "Kind 0 1, Side 1 1, ExecType 1 1, ReferenceField 1 1, OrderType 2 1, Liquidity 2 1, DepthLevel 2 1, Command 2 1, TimeInForce 3 1, VenueReason 3 1, Limit 3 1, ExecInst 4 1, Flags 5 1, Account 6 2, Fill 6 2, "
        + "Instrument 8 4, ReportedTimeNs 8 8, Strategy 12 2, Venue 14 2, TimeNs 16 8, Price 24 8, BidPrice 24 8, ReferenceValue 24 8, ReferenceHigh 32 8, Quantity 32 8, BidQuantity 32 8, "
        + "ClOrdId 40 8, VenueNumber 40 8, Operator 40 2, AskPrice 40 8, ApprovedBy 42 2, Target 48 8, AskQuantity 48 8, SequenceLow 56 4, Checksum 60 4, "
        + "Sequence 64 8, FailedChecks 72 8, RejectValue 80 8, Fee 80 16, RejectLimit 88 8, Handle 96 8, ReferencePrice 104 8, VenueOrderId 112 8, TransactTimeNs 112 8, LargestQuantity 112 8, Listing 120 4, ScorePercent 126 2");

    [Fact]
    public void ExecutionReport_is_laid_out_as_documented() => Check<ExecutionReport>(
        192,
        "Sequence 0 8, TimeNs 8 8, TransactTimeNs 16 8, ClOrdId 24 8, OrigClOrdId 32 8, Handle 40 8, VenueNumber 48 8, ExecType 56 1, OrdStatus 57 1, RejectReason 58 1, Side 59 1, "
        + "OrderType 60 1, TimeInForce 61 1, ExecInst 62 1, Liquidity 63 1, Price 64 8, OrderQty 72 8, LastPx 80 8, LastQty 88 8, CumQty 96 8, LeavesQty 104 8, CumNotional 112 16, Fee 128 16, "
        + "FailedChecks 144 8, RejectValue 152 8, RejectLimit 160 8, Instrument 168 4, Strategy 172 2, Venue 174 2, Account 176 2, RiskScorePercent 178 2, LargestQuantity 184 8, PreviousLastQty 184 8");

    [Fact]
    public void VenueRequest_is_one_cache_line() => Check<VenueRequest>(
        64,
        "Handle 0 8, ClOrdId 8 8, VenueOrderId 16 8, Price 24 8, Quantity 32 8, TimeNs 40 8, Instrument 48 4, Venue 52 2, Kind 54 1, Side 55 1, OrderType 56 1, TimeInForce 57 1, ExecInst 58 1");

    [Fact]
    public void VenueReport_is_one_cache_line() => Check<VenueReport>(
        64,
        "Handle 0 8, VenueNumber 8 8, Price 16 8, Quantity 24 8, TransactTimeNs 32 8, Instrument 40 4, Venue 44 2, ExecType 46 1, Side 47 1, Liquidity 48 1, Reason 49 1, AnswersReplace 50 1");

    [Fact]
    public void MarketEvent_is_laid_out_as_documented() => Check<MarketEvent>(
        64,
        "ExchangeTimeNs 0 8, LocalTimeNs 8 8, Price 16 8, Quantity 24 8, OrderId 32 8, NewOrderId 40 8, MatchId 40 8, Sequence 48 8, Instrument 56 4, Kind 60 1, Side 61 1, Flags 62 1, Status 63 1");

    [Theory]
    [InlineData("LowLatency.Trading.Orders.OrderRecord")]
    [InlineData("LowLatency.Trading.Risk.PositionRecord")]
    [InlineData("LowLatency.Trading.Validation.ListingRecord")]
    public void What_the_stages_keep_is_whole_cache_lines(string name)
    {
        Type record = typeof(TradingEngine).Assembly.GetType(name, throwOnError: true)!;
        Assert.Equal(128, SizeOf(record));
        FieldInfo[] fields = record.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.All(fields, field => Assert.InRange(OffsetOf(record, field) + SizeOf(field.FieldType), 1, 128));
    }

    private static void Check<T>(int size, string fields)
        where T : unmanaged
    {
        Assert.Equal(size, Unsafe.SizeOf<T>());
        Assert.Equal(fields, string.Join(", ", typeof(T)
            .GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Select(field => (field.Name, Offset: OffsetOf(typeof(T), field), Size: SizeOf(field.FieldType)))
            .OrderBy(field => field.Offset)
            .Select(field => $"{field.Name} {field.Offset} {field.Size}")));
    }

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static int OffsetOf(Type type, FieldInfo field) => (int)typeof(LayoutTests)
        .GetMethod(nameof(Find), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(type, field.FieldType)
        .Invoke(null, [field])!;

    /// <summary>Sets every byte of the field by reflection and looks which byte of the record is the first to change.</summary>
    private static unsafe int Find<T, TField>(FieldInfo field)
        where T : unmanaged
        where TField : unmanaged
    {
        TField ones = default;
        new Span<byte>(&ones, sizeof(TField)).Fill(typeof(TField) == typeof(bool) ? (byte)1 : (byte)0xFF);
        object boxed = default(T);
        field.SetValue(boxed, ones);
        T record = (T)boxed;
        return new Span<byte>(&record, sizeof(T)).IndexOfAnyExcept((byte)0);
    }
}
