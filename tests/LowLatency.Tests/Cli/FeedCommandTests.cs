using System.Text.Json;
using LowLatency.Markets.Recording;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Cli;

/// <summary><c>inspect</c>, <c>book</c> and <c>import</c> on a small ITCH file.</summary>
public class FeedCommandTests
{
    private const string Itch = "data/itch50/AAPL_20191230_0935_50k.itch50.gz";

    /// <summary>Locate 7: buy 100 TEST at 10.0000 under reference 1, delete of an order nobody introduced, sell 50 at 10.0200 under reference 2.</summary>
    private static readonly byte[] Messages =
    [
        .. Add(1_000_000_001, 1, 'B', 100, 100_000),
        .. Delete(1_000_000_002, 99),
        .. Add(1_000_000_003, 2, 'S', 50, 100_200),
    ];

    [Fact]
    public void Inspect_shows_types_symbols_times_and_anomalies()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["f"], Messages);
        CommandRun run = CommandRun.Of("inspect", folder["f"], "--json", folder["json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                [
                    $"file        {folder["f"]}",
                    "format      NASDAQ ITCH 5.0, length-prefixed",
                    "size        97 bytes",
                    "messages    3",
                    "first time  00:00:01.000000001 New York",
                    "last time   00:00:01.000000003 New York",
                    "anomalies   1",
                    "type  name                 messages",
                    "A     Add Order (no MPID)         2",
                    "D     Order Delete                1",
                    "symbol  messages",
                    "TEST           3",
                    "anomaly       count",
                    "UnknownOrder      1",
                    "offset=38 UnknownOrder value=99",
                    "",
                ]),
            run.Output);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder["json"]));
        Assert.Equal(
            """{"format":"NASDAQ ITCH 5.0, length-prefixed","sizeBytes":97,"messages":3,"types":[{"type":"A","name":"Add Order (no MPID)","messages":2},{"type":"D","name":"Order Delete","messages":1}],"symbols":[{"symbol":"TEST","messages":3}],"timeOrigin":"NewYorkMidnight","firstTimeNs":1000000001,"lastTimeNs":1000000003,"anomalies":{"UnknownOrder":1},"firstAnomalies":["offset=38 UnknownOrder value=99"]}""",
            JsonSerializer.Serialize(json.RootElement));
    }

    [Fact]
    public void Book_writes_a_line_at_every_change_of_the_best()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["f"], Messages);
        CommandRun run = CommandRun.Of("book", folder["f"], "--symbol", "TEST", "--bbo", folder["bbo"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("1000000001,100000,100,0,0\n1000000003,100000,100,100200,50\n", File.ReadAllText(folder["bbo"]));
        Assert.Equal("2", run.Fact("lines"));
        Assert.Equal("1  offset=38 UnknownOrder value=99", run.Fact("UnknownOrder"));
    }

    [Fact]
    public void An_unknown_symbol_is_told_and_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["f"], Messages);
        CommandRun book = CommandRun.Of("book", folder["f"], "--symbol", "MSFT", "--bbo", folder["bbo"]);
        CommandRun import = CommandRun.Of("import", folder["f"], "--symbol", "MSFT", "--out", folder["llr"]);
        string[] expected = [$"lowlatency: {folder["f"]}: symbol='MSFT' is not among the 1 symbols the file names"];
        Assert.Equal(2, book.ExitCode);
        Assert.Equal(expected, book.ErrorLines);
        Assert.Equal(2, import.ExitCode);
        Assert.Equal(expected, import.ErrorLines);
        Assert.Equal(["f"], folder.Names);
    }

    [Fact]
    public void Import_writes_a_recording_that_inspect_reads()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["f"], Messages);
        CommandRun import = CommandRun.Of("import", folder["f"], "--out", folder["r.llr"], "--date", "2019-12-30");
        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Assert.Equal("2", import.Fact("records"));
        Assert.Equal("2019-12-30 05:00:01.000000001 UTC", import.Fact("first time"));
        CommandRun inspect = CommandRun.Of("inspect", folder["r.llr"]);
        Assert.Equal("LowLatency recording, Orders, in Both order, of: NASDAQ ITCH 5.0: f", inspect.Fact("format"));
        Assert.Equal("2", inspect.Fact("messages"));
        Assert.Equal("2", inspect.Fact("TEST"));

        CommandRun copy = CommandRun.Of("import", folder["r.llr"], "--out", folder["s.llr"]);
        Assert.Equal((0, "2"), (copy.ExitCode, copy.Fact("records")));
        CommandRun match = CommandRun.Of("match", folder["r.llr"]);
        Assert.Equal(2, match.ExitCode);
        Assert.Equal([$"lowlatency: {folder["r.llr"]}: is a LowLatency recording; an order-flow file is needed"], match.ErrorLines);
    }

    [Fact]
    public void A_damaged_recording_is_shown_with_its_place()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["f"], Messages);
        CommandRun.Of("import", folder["f"], "--out", folder["r.llr"]);
        byte[] bytes = File.ReadAllBytes(folder["r.llr"]);
        File.WriteAllBytes(folder["cut.llr"], bytes[..^1]);
        bytes[520] ^= 1;
        File.WriteAllBytes(folder["bad.llr"], bytes);
        CommandRun cut = CommandRun.Of("inspect", folder["cut.llr"]);
        Assert.Equal((1, "0"), (cut.ExitCode, cut.Fact("messages")));
        Assert.Contains("Malformed", cut.Output, StringComparison.Ordinal);
        CommandRun bad = CommandRun.Of("inspect", folder["bad.llr"]);
        Assert.Equal((1, "1"), (bad.ExitCode, bad.Fact("WrongChecksum")));
        Assert.Contains("offset=512 WrongChecksum value=2", bad.Output, StringComparison.Ordinal);
        foreach (string command in (string[])["import", "replay"])
        {
            CommandRun refused = CommandRun.Of(command == "import" ? ["import", folder["cut.llr"], "--out", folder["x.llr"]] : ["replay", folder["bad.llr"]]);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Single(refused.ErrorLines);
        }

        Assert.False(File.Exists(folder["x.llr"]));
    }

    [SharedFact(Itch)]
    public void A_real_file_goes_through_all_three()
    {
        using TemporaryFolder folder = new();
        string file = SharedData.PathOf(Itch);
        Assert.Equal("49,947", CommandRun.Of("inspect", file).Fact("messages"));
        CommandRun book = CommandRun.Of("book", file, "--symbol", "AAPL", "--bbo", folder["bbo"]);
        Assert.Equal(int.Parse(book.Fact("lines"), System.Globalization.NumberStyles.AllowThousands, null), File.ReadLines(folder["bbo"]).Count());
        CommandRun import = CommandRun.Of("import", file, "--out", folder["r.llr"]);
        Assert.Equal(0, import.ExitCode);
        using RecordingReader reader = RecordingReader.Open(folder["r.llr"]);
        Assert.Equal(import.Fact("records"), reader.Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("AAPL", Assert.Single(reader.Instruments.All).Symbol);
    }

    private static byte[] Add(long timeNs, ulong reference, char side, uint shares, uint price4) =>
        Frame([.. Header('A', timeNs), .. Big(reference, 8), (byte)side, .. Big(shares, 4), .. "TEST    "u8, .. Big(price4, 4)]);

    private static byte[] Delete(long timeNs, ulong reference) => Frame([.. Header('D', timeNs), .. Big(reference, 8)]);

    private static byte[] Header(char type, long timeNs) => [(byte)type, 0, 7, 0, 0, .. Big((ulong)timeNs, 6)];

    private static byte[] Frame(byte[] message) => [.. Big((ulong)message.Length, 2), .. message];

    private static byte[] Big(ulong value, int bytes) => [.. Enumerable.Range(0, bytes).Select(i => (byte)(value >> (8 * (bytes - 1 - i))))];
}
