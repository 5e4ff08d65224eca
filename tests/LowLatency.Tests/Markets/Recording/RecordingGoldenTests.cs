using LowLatency.Markets.Data;
using LowLatency.Markets.Instruments;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using Xunit;

namespace LowLatency.Tests.Markets.Recording;

/// <summary>The bytes of the format, written out: when one of these fails, the version must change.</summary>
public class RecordingGoldenTests
{
    private static byte[] Tiny()
    {
        InstrumentTable instruments = new();
        instruments.Add("AB", "USD", new Price(1_000_000), Quantity.FromWhole(1));
        MarketEvent added = new()
        {
            ExchangeTimeNs = 0x1112131415161718,
            LocalTimeNs = 0x2122232425262728,
            Price = new Price(0x3132333435363738),
            Quantity = new Quantity(0x4142434445464748),
            OrderId = 0x5152535455565758,
            NewOrderId = 0x6162636465666768,
            Sequence = 0x7172737475767778,
            Instrument = new InstrumentId(1),
            Kind = MarketEventKind.OrderReplaced,
            Side = Side.Sell,
            Flags = MarketEventFlags.Last | MarketEventFlags.LocalOnly,
            Status = TradingStatus.Open,
        };
        MarketEvent status = new() { Kind = MarketEventKind.Status, Status = TradingStatus.Closed, LocalTimeNs = 1 };
        return RecordingSamples.Write([added, status], RecordingOrder.Both, 1, instruments, "golden");
    }

    [Fact]
    public void Header() => Assert.Equal(
        "4C4C5245430D0A1A010000020403020140004000010000000203740001000000"
        + "0200000000000000010000000000000028272625242322210000000000000000"
        + "18171615141312110100000000000000" + "0000000000000000" + "3BC80034" + "0600" + Zeros(34)
        + "676F6C64656E" + Zeros(346) + Zeros(28) + "7A0A69B6",
        Convert.ToHexString(Tiny().AsSpan(0, 512)));

    [Fact]
    public void Records() => Assert.Equal(
        "181716151413121128272625242322213837363534333231484746454443424158575655545352516867666564636261787776757473727101000000" + "06022102"
        + Zeros(8) + "0100000000000000" + Zeros(44) + "0B000005",
        Convert.ToHexString(Tiny().AsSpan(512, 128)));

    [Fact]
    public void Footer() => Assert.Equal(
        "B48D1A5D" + "5CC8153C" + "01000000" + "0203" + "0000" + "40420F0000000000" + "00E1F50500000000"
        + "4142" + Zeros(22) + "555344" + Zeros(5) + Zeros(8),
        Convert.ToHexString(Tiny().AsSpan(640)));

    [Fact]
    public void Checksums_are_crc_32c_of_the_documented_ranges()
    {
        Assert.Equal(0xE3069283, RecordingSamples.NaiveCrc32C("123456789"u8));
        byte[] tiny = Tiny();
        Assert.Equal(RecordingSamples.NaiveCrc32C(tiny.AsSpan(0, 508)), BitConverter.ToUInt32(tiny, 508));
        Assert.Equal(RecordingSamples.NaiveCrc32C(tiny.AsSpan(640)), BitConverter.ToUInt32(tiny, 88));
        Assert.Equal(RecordingSamples.NaiveCrc32C(tiny.AsSpan(512, 64)), BitConverter.ToUInt32(tiny, 640));
        Assert.Equal(RecordingSamples.NaiveCrc32C(tiny.AsSpan(576, 64)), BitConverter.ToUInt32(tiny, 644));
    }

    private static string Zeros(int bytes) => new('0', bytes * 2);
}
