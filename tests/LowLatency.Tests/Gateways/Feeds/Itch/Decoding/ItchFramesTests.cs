using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch.Decoding;

/// <summary>What is odd among the frames is counted at its offset, and what follows is read.</summary>
public sealed class ItchFramesTests
{
    private static readonly byte[] Delete = Frame(new OrderDeleteMessage { OrderReference = 7 });

    [Fact]
    public void Odd_frames_are_counted_with_their_offsets_and_passed_over()
    {
        byte[] unknown = [0, 3, (byte)'z', 1, 2];
        byte[] empty = [0, 0];
        byte[] tooLong = [0, 20, .. Delete[2..], 0];
        CapturedItch read = CapturedItch.Read([.. unknown, .. Delete, .. empty, .. tooLong, .. Delete, 0, 19, (byte)'D']);

        Assert.Equal([(5L, 2L), (50L, 5L)], read.Messages.Select(message => (message.Position.Offset, message.Position.Sequence)));
        Assert.Equal(
            [
                new FeedAnomaly(FeedAnomalyKind.UnknownType, 0, 'z', null),
                new FeedAnomaly(FeedAnomalyKind.ZeroLength, 26, 0, null),
                new FeedAnomaly(FeedAnomalyKind.WrongLength, 28, 20, null),
                new FeedAnomaly(FeedAnomalyKind.CutTail, 71, 3, null),
            ],
            read.Anomalies.First());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Messages_come_in_the_same_order_however_many_are_asked_for(int maxMessages)
    {
        byte[] bytes = ItchDay.Generate(3, 20_000).Bytes;
        CapturedItch expected = CapturedItch.Read(bytes);
        Assert.Equal(20_000, expected.Messages.Count);
        Assert.Equal(expected.Messages, CapturedItch.Read(bytes, maxMessages).Messages);
    }

    [Fact]
    public void Nothing_behind_a_system_event_is_handed_on_with_it()
    {
        byte[] bytes = [.. Delete, .. Frame(new SystemEventMessage { EventCode = 'Q' }), .. Delete];
        List<(object, FeedPosition)> messages = [];
        CollectingItchHandler handler = new(messages);
        FeedPosition position = new(0, 1, 0);

        Assert.Equal(35, ItchFrames.Decode(bytes, ref position, 100, ref handler, new FeedAnomalies()));
        Assert.Equal(2, messages.Count);
        Assert.Equal(new FeedPosition(35, 3, 0), position);
    }

    private static byte[] Frame<T>(T message)
        where T : unmanaged, IItchMessage
    {
        byte[] bytes = new byte[64];
        return bytes[..ItchEncoder.WriteFrame(in message, bytes)];
    }
}
