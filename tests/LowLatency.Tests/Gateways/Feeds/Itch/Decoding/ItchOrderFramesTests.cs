using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Testing.Itch;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Gateways.Feeds.Itch.Decoding;

/// <summary>Order messages read by shuffles say what they say when read field by field, wherever they stand and whatever stands between them.</summary>
public sealed class ItchOrderFramesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_day_says_the_same_however_many_messages_are_asked_for(int maxMessages)
    {
        byte[] bytes = ItchDay.Generate(3, 20_000).Bytes;
        (List<(object, FeedPosition)> messages, int inOneForm) = AssertSame(bytes, maxMessages);
        Assert.Equal(20_000, messages.Count);
        Assert.True(inOneForm > 18_000);
    }

    [Fact]
    public void Damaged_and_cut_days_say_the_same()
    {
        byte[] day = ItchDay.Generate(2, 300).Bytes;
        for (int seed = 0; seed < 300; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            byte[] bytes = day[..random.Next(day.Length)];
            for (int flips = random.Next(20); flips > 0 && bytes.Length > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
            }

            AssertSame(bytes, random.Next(1, 50));
        }
    }

    private static (List<(object Message, FeedPosition Position)> Messages, int InOneForm) AssertSame(byte[] bytes, int maxMessages)
    {
        FeedAnomalies expectedAnomalies = new();
        FeedAnomalies anomalies = new();
        List<(object, FeedPosition)> expected = [];
        List<(object Message, FeedPosition)> found = [];
        CollectingItchHandler byType = new(expected);
        CollectingItchHandler inOneForm = new(found);
        FeedPosition expectedPosition = new(7, 1, 5);
        FeedPosition position = expectedPosition;
        int at = 0;
        for (int taken = 1; taken > 0; at += taken)
        {
            taken = ItchFrames.Decode(bytes.AsSpan(at), ref expectedPosition, maxMessages, ref byType, expectedAnomalies);
            Assert.Equal(taken, ItchOrderFrames.Decode(bytes.AsSpan(at), ref position, maxMessages, ref inOneForm, anomalies));
            Assert.Equal(expectedPosition, position);
        }

        int orders = found.Count(one => one.Message is ItchOrderFields);
        Assert.Equal(expected.Select(InOneForm), found.Select(InOneForm));
        Assert.Equal(expectedAnomalies.First(), anomalies.First());
        return (found, orders);
    }

    private static (object, FeedPosition) InOneForm((object Message, FeedPosition Position) one) => (one.Message switch
    {
        AddOrderMessage add => Fields(in add.Header, add.OrderReference, 0, add.Shares, add.Price4, add.BuySellIndicator),
        AddOrderWithMpidMessage add => Fields(in add.Header, add.OrderReference, 0, add.Shares, add.Price4, add.BuySellIndicator),
        OrderExecutedMessage executed => Fields(in executed.Header, executed.OrderReference, executed.MatchNumber, executed.ExecutedShares, 0, '\0'),
        OrderCancelMessage cancel => Fields(in cancel.Header, cancel.OrderReference, 0, cancel.CancelledShares, 0, '\0'),
        OrderDeleteMessage delete => Fields(in delete.Header, delete.OrderReference, 0, 0, 0, '\0'),
        OrderReplaceMessage replace => Fields(in replace.Header, replace.OriginalOrderReference, replace.NewOrderReference, replace.Shares, replace.Price4, '\0'),
        ItchOrderFields fields => Values(in fields),
        _ => one.Message,
    }, one.Position);

    private static object Fields(in ItchHeader header, ulong reference, ulong second, uint shares, uint price4, char indicator) =>
        (header.Type, header.StockLocate, header.TimestampNs, reference, second, shares, price4, indicator);

    private static object Values(in ItchOrderFields fields) =>
        ((char)fields.Type, fields.StockLocate, fields.TimestampNs, fields.OrderReference, fields.Second, fields.Shares, fields.Price4, (char)fields.BuySellIndicator);
}
