using System.IO.Compression;
using System.Text;
using LowLatency.Gateways.Feeds.Lobster;
using LowLatency.Markets.Books;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Lobster;

public sealed class LobsterTests
{
    private const string Messages = "data/lobster/AAPL_head_message_10.csv.gz";
    private const string Levels = "data/lobster/AAPL_head_orderbook_10.csv.gz";

    [SharedFact(Messages, Levels)]
    public void Every_row_leaves_the_book_the_file_shows()
    {
        LobsterMessage[] messages = [.. Lines(Messages).Select(line => LobsterMessage.TryParse(line, out LobsterMessage message) ? message : throw new FormatException())];
        LobsterLevels[] rows = [.. Lines(Levels).Select(line => LobsterLevels.Parse(line)!)];
        Assert.Equal((999, 999), (messages.Length, rows.Length));
        for (int i = 1; i < rows.Length; i++)
        {
            using LobsterBook before = new(rows[i - 1], 10);
            Assert.Contains(before.Apply(in messages[i]), (BookUpdate[])[BookUpdate.Applied, BookUpdate.None]);
            int known = Compare(before, Side.Buy, rows[i].Bids, i) + Compare(before, Side.Sell, rows[i].Asks, i);
            Assert.InRange(known, 19, 20);
        }
    }

    [SharedFact(Messages, Levels)]
    public void From_the_first_row_on_the_known_prices_stay_what_the_file_shows()
    {
        LobsterMessage[] messages = [.. Lines(Messages).Select(line => LobsterMessage.TryParse(line, out LobsterMessage message) ? message : throw new FormatException())];
        LobsterLevels[] rows = [.. Lines(Levels).Select(line => LobsterLevels.Parse(line)!)];
        using LobsterBook book = new(rows[0], 10);
        long compared = 0;
        for (int i = 1; i < rows.Length; i++)
        {
            BookUpdate update = book.Apply(in messages[i]);
            Assert.Contains(update, (BookUpdate[])[BookUpdate.Applied, BookUpdate.None, BookUpdate.UnknownOrder]);
            compared += Compare(book, Side.Buy, rows[i].Bids, i) + Compare(book, Side.Sell, rows[i].Asks, i);
        }

        Assert.Equal(6_403, compared);
    }

    [Theory]
    [InlineData("34200.004241176,1,16113575,18,5853300,1", 34_200_004_241_176, LobsterMessageType.Submission, 16_113_575, 18, 5_853_300, Side.Buy)]
    [InlineData("34200.00426064,4,0,7,5853200,-1", 34_200_004_260_640, LobsterMessageType.VisibleExecution, 0, 7, 5_853_200, Side.Sell)]
    [InlineData("34200,7,0,0,-1,-1", 34_200_000_000_000, LobsterMessageType.TradingHalt, 0, 0, -1, Side.Sell)]
    public void Rows_are_read_exactly(string row, long timeNs, LobsterMessageType type, ulong order, long size, long price4, Side side)
    {
        Assert.True(LobsterMessage.TryParse(Encoding.ASCII.GetBytes(row), out LobsterMessage message));
        Assert.Equal(new LobsterMessage(timeNs, type, order, size, price4, side), message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("34200.0,1,1,1,1")]
    [InlineData("34200.0,1,1,1,1,1,1")]
    [InlineData("34200.0,8,1,1,1,1")]
    [InlineData("34200.0,1,1,1,1,0")]
    [InlineData("34200.0,1,1,-1,1,1")]
    [InlineData("-1,1,1,1,1,1")]
    [InlineData("34200.0000000001,1,1,1,1,1")]
    [InlineData("x,1,1,1,1,1")]
    [InlineData("1,1,99999999999999999999,1,1,1")]
    public void Other_rows_are_refused(string row) => Assert.False(LobsterMessage.TryParse(Encoding.ASCII.GetBytes(row), out _));

    [Fact]
    public void Prices_beyond_the_first_row_are_left_alone_unless_the_row_shows_all_there_is()
    {
        LobsterLevels row = LobsterLevels.Parse("1000200,5,1000100,7,9999999999,0,1000000,3"u8)!;
        Assert.Equal((1, 2), (row.Asks.Count, row.Bids.Count));
        using LobsterBook book = new(row, 2);
        Assert.Equal(BookUpdate.UnknownOrder, book.Apply(new(0, LobsterMessageType.Submission, 1, 10, 999_900, Side.Buy)));
        Assert.Equal(BookUpdate.Applied, book.Apply(new(0, LobsterMessageType.Submission, 1, 10, 2_000_000, Side.Sell)));
        Assert.Equal(BookUpdate.Clamped, book.Apply(new(0, LobsterMessageType.VisibleExecution, 1, 8, 1_000_100, Side.Buy)));
        Assert.Equal(BookUpdate.InvalidPrice, book.Apply(new(0, LobsterMessageType.Submission, 1, 8, 0, Side.Buy)));
        LobsterLevel[] levels = new LobsterLevel[5];
        Assert.Equal([new(1_000_000, 3)], levels[..book.CopyBest(Side.Buy, levels)]);
        Assert.Equal([new(1_000_200, 5), new(2_000_000, 10)], levels[..book.CopyBest(Side.Sell, levels)]);
        Assert.Null(LobsterLevels.Parse("1,2,3"u8));
    }

    private static int Compare(LobsterBook book, Side side, IReadOnlyList<LobsterLevel> shown, int row)
    {
        LobsterLevel[] levels = new LobsterLevel[shown.Count];
        LobsterLevel[] known = [.. shown.Where(level => book.IsKnown(side, level.Price4))];
        Assert.Equal((row, Join(known)), (row, Join(levels[..Math.Min(known.Length, book.CopyBest(side, levels))])));
        return known.Length;
    }

    private static string Join(LobsterLevel[] levels) => string.Join(' ', levels.Select(level => $"{level.Price4}:{level.Shares}"));

    private static IEnumerable<byte[]> Lines(string file)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(SharedData.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return Encoding.ASCII.GetBytes(line);
        }
    }
}
