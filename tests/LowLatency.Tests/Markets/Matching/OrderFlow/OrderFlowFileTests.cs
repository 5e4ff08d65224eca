using System.Security.Cryptography;
using System.Text;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Markets.Matching.Reports;
using Xunit;

namespace LowLatency.Tests.Markets.Matching.OrderFlow;

/// <summary>Files that are not as they should be.</summary>
public sealed class OrderFlowFileTests
{
    private static readonly FlowMessage[] Good =
    [
        new(0, 0, 0, 10, 1, 100),
        new(0, 1, 0, 10, 2, 105),
        new(2, 0, 0, 4, 1, 101),
        new(1, 1, 0, 0, 2, 0),
    ];

    private const string GoodText = "0,0,0,1,100,10\n0,1,1,2,105,10\n3,2,0,1,101,4\n2,3,1,2,105";

    [Fact]
    public void An_empty_file_has_no_messages_and_the_hash_of_nothing()
    {
        (OrderFlowResult result, OrderFlowFaults faults, string text) = Run([]);
        Assert.True(faults.None);
        Assert.Equal((0L, ""), (result.Messages, text));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([])), result.Sha256);
    }

    [Fact]
    public void A_cut_off_tail_is_reported_with_its_offset_and_the_records_before_it_are_used()
    {
        byte[] bytes = OrderFlowBytes.Compact([.. Good, Good[0]]);
        (_, OrderFlowFaults faults, string text) = Run(bytes[..^1]);
        Assert.Equal(GoodText, text);
        Assert.Equal(["TruncatedTail count=1 firstOffset=64"], faults.Lines());

        (_, faults, text) = Run(OrderFlowBytes.Wide([.. Good, Good[0]])[..^1]);
        Assert.Equal(GoodText, text);
        Assert.Equal(["TruncatedTail count=1 firstOffset=176", "WrongCount count=1 firstOffset=12"], faults.Lines());
    }

    [Fact]
    public void A_header_that_is_cut_off_or_of_another_version_gives_no_messages()
    {
        byte[] bytes = OrderFlowBytes.Wide(Good);
        (OrderFlowResult result, OrderFlowFaults faults, _) = Run(bytes[..15]);
        Assert.Equal((0L, "TruncatedTail count=1 firstOffset=0"), (result.Messages, faults.Lines().Single()));

        bytes[8] = 2;
        (result, faults, _) = Run(bytes);
        Assert.Equal((0L, "UnsupportedVersion count=1 firstOffset=8"), (result.Messages, faults.Lines().Single()));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 4)]
    [InlineData(255, 4)]
    public void A_wrong_count_is_reported_and_the_smaller_number_is_read(byte count, int messages)
    {
        byte[] bytes = OrderFlowBytes.Wide(Good);
        bytes[12] = count;
        (OrderFlowResult result, OrderFlowFaults faults, _) = Run(bytes);
        Assert.Equal(messages, result.Messages);
        Assert.Equal(["WrongCount count=1 firstOffset=12"], faults.Lines());
    }

    [Theory]
    [InlineData(16, 3, "UnknownType")]
    [InlineData(16, 255, "UnknownType")]
    [InlineData(17, 2, "UnknownSide")]
    [InlineData(18, 2, "InvalidFlag")]
    [InlineData(34, 1, "InvalidFlag")]
    [InlineData(19, 1, "ReservedNotZero")]
    public void A_faulty_record_is_skipped_and_reported_and_keeps_its_sequence_number(int at, byte value, string fault)
    {
        byte[] bytes = OrderFlowBytes.Compact(Good);
        bytes[at] = value;
        (OrderFlowResult result, OrderFlowFaults faults, string text) = Run(bytes);
        Assert.Equal(4, result.Messages);
        Assert.Equal([$"{fault} count=1 firstOffset={at & ~15}"], faults.Lines());
        Assert.Equal(at < 32 ? "0,0,0,1,100,10\n3,2,0,1,101,4\n4,3,2" : "0,0,0,1,100,10\n0,1,1,2,105,10\n2,3,1,2,105", text);
    }

    [Fact]
    public void Wide_records_have_their_reserved_fields_and_sequence_checked()
    {
        byte[] bytes = OrderFlowBytes.Wide(Good);
        bytes[16 + 39] = 1;
        bytes[16 + 40 + 8] = 9;
        (_, OrderFlowFaults faults, string text) = Run(bytes);
        Assert.Equal(["ReservedNotZero count=1 firstOffset=16", "WrongSequence count=1 firstOffset=56"], faults.Lines());
        Assert.Equal("0,1,1,2,105,10\n5,2,1\n2,3,1,2,105", text);
    }

    [Fact]
    public void Ids_and_quantities_out_of_range_are_refused_in_the_report_stream()
    {
        (OrderFlowResult result, OrderFlowFaults faults, string text) = Run(OrderFlowBytes.Wide(
        [
            new(0, 0, 0, 1, ulong.MaxValue, 100),
            new(1, 0, 0, 1, ulong.MaxValue, 100),
            new(2, 0, 0, 1, 1UL << 32, 100),
            new(0, 0, 0, 1, uint.MaxValue, 100),
            new(0, 0, 0, 0, 7, 100),
            new(0, 0, 0, 1, 7, long.MinValue),
            new(0, 0, 0, 1, 7, 100),
            new(2, 0, 0, 0, 7, 100),
            new(2, 0, 0, uint.MaxValue, 7, long.MaxValue),
            new(0, 1, 1, 5, 8, long.MinValue),
        ]));
        Assert.True(faults.None);
        Assert.Equal(
            [
                "6,0,18446744073709551615",
                "4,1,18446744073709551615",
                "5,2,4294967296",
                "6,3,4294967295",
                "6,4,7",
                "0,5,0,7,-9223372036854775808,1",
                "6,6,7",
                "5,7,7",
                "3,8,0,7,9223372036854775807,4294967295",
                "0,9,1,8,-9223372036854775808,5",
                "1,9,9223372036854775807,5,7,8",
            ],
            text.Split('\n'));
        Assert.Equal(4, result.ReportsByKind[(int)MatchReportKind.NewRejected]);
        Assert.Equal(2, result.RejectsByReason[(int)MatchRejectReason.OrderIdOutOfRange]);
        Assert.Equal(1, result.RejectsByReason[(int)MatchRejectReason.DuplicateOrderId]);
        Assert.Equal(2, result.RejectsByReason[(int)MatchRejectReason.InvalidQuantity]);
    }

    [Fact]
    public void Damaged_compression_is_reported_and_what_came_before_it_is_used()
    {
        FlowMessage[] messages = [.. Enumerable.Range(0, 50_000).Select(i => new FlowMessage(0, (byte)(i % 2), 0, (uint)(i * 7919 % 1000) + 1, (ulong)i, i % 2 == 0 ? 100 : 200))];
        byte[] packed = OrderFlowBytes.Gzip(OrderFlowBytes.Compact(messages));
        (OrderFlowResult cut, OrderFlowFaults faults, _) = Run(packed[..(packed.Length / 2)]);
        Assert.Equal(1, faults.CountOf(OrderFlowFaultKind.WrongCompressedLength));
        Assert.InRange(cut.Messages, 1, 49_999);

        (_, faults, _) = Run([0x1f, 0x8b]);
        Assert.Equal(1, faults.CountOf(OrderFlowFaultKind.WrongCompressedLength));

        packed[^6] ^= 0xff;
        (_, faults, _) = Run(packed);
        Assert.Equal(1, faults.CountOf(OrderFlowFaultKind.DamagedCompression));
    }

    [Fact]
    public void A_file_beyond_the_allowed_size_is_cut_there()
    {
        byte[] packed = OrderFlowBytes.Gzip(OrderFlowBytes.Compact(Good));
        using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(packed), maxBytes: 48);
        Assert.Equal(["TooLong count=1 firstOffset=48"], file.Faults.Lines());
        Assert.Equal(3, file.Count);
    }

    [Fact]
    public void Any_bytes_can_be_read_and_run()
    {
        const int seed = 20_240_719;
        Random random = new(seed);
        for (int round = 0; round < 300; round++)
        {
            FlowMessage[] messages = [.. Enumerable.Range(0, 40).Select(_ => new FlowMessage((byte)random.Next(3), (byte)random.Next(2), 0, (uint)random.Next(20), (ulong)random.Next(30), random.Next(90, 110)))];
            byte[] bytes = random.Next(2) == 0 ? OrderFlowBytes.Compact(messages) : OrderFlowBytes.Wide(messages);
            bytes = random.Next(3) == 0 ? OrderFlowBytes.Gzip(bytes) : bytes;
            for (int change = random.Next(12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = bytes[..random.Next(bytes.Length + 1)];
            using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(bytes), maxBytes: 1 << 16);
            using OrderFlowRunner runner = new(file);
            OrderFlowResult result = runner.Run();
            Assert.True(result.Messages <= 1 << 12, $"seed={seed} round={round}");
            Assert.Equal(result, runner.Run() with { ReportsByKind = result.ReportsByKind, RejectsByReason = result.RejectsByReason });
        }
    }

    private static (OrderFlowResult Result, OrderFlowFaults Faults, string Text) Run(byte[] bytes)
    {
        using OrderFlowFile file = OrderFlowFile.Load(new MemoryStream(bytes));
        using OrderFlowRunner runner = new(file);
        MemoryStream text = new();
        return (runner.Run(text), file.Faults, Encoding.ASCII.GetString(text.ToArray()));
    }
}
