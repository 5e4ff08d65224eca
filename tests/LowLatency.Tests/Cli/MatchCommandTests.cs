using System.Text.Json;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Cli;

public class MatchCommandTests
{
    /// <summary>New 1 buy 10 at 100; new 2 sell 4 at 100; cancel 1; modify 9, which never was.</summary>
    private static readonly byte[] Flow =
    [
        .. Record(0, 0, 10, 1, 100),
        .. Record(0, 1, 4, 2, 100),
        .. Record(1, 0, 0, 1, 0),
        .. Record(2, 0, 5, 9, 101),
    ];

    [Fact]
    public void The_result_is_printed_and_written_as_json()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["flow"], Flow);
        CommandRun run = CommandRun.Of("match", folder["flow"], "--reports", folder["reports"], "--json", folder["json"], "--passes", "1");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("4 of 16 bytes", run.Fact("messages"));
        Assert.Equal("5", run.Fact("reports"));
        Assert.Equal("1", run.Fact("fills"));
        Assert.DoesNotContain('\u001b', run.Output);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder["json"]));
        Assert.Equal(4, json.RootElement.GetProperty("messages").GetInt64());
        Assert.Equal(1, json.RootElement.GetProperty("fills").GetInt64());
        Assert.Equal(
            """{"Accepted":2,"Trade":1,"Canceled":1,"ReplaceRejected":1}""",
            JsonSerializer.Serialize(json.RootElement.GetProperty("reportsByKind")));
        Assert.Equal(run.Fact("sha256"), json.RootElement.GetProperty("sha256").GetString());
        Assert.Equal(
            run.Fact("sha256"),
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["reports"]))));
    }

    [Fact]
    public void A_cut_flow_is_matched_and_ends_with_1()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["flow"], Flow[..^5]);
        CommandRun run = CommandRun.Of("match", folder["flow"], "--passes", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("3 of 16 bytes", run.Fact("messages"));
        Assert.Equal([$"lowlatency: {folder["flow"]}: TruncatedTail count=1 firstOffset=48"], run.ErrorLines);
    }

    [Fact]
    public void Outputs_that_cannot_be_written_are_told_before_anything_runs()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["flow"], Flow);
        string here = Path.GetDirectoryName(folder["flow"])!;
        Assert.Equal($"lowlatency: {here}: is a directory, not a file", Refused("--json", here));
        Assert.Equal($"lowlatency: {folder["no/json"]}: there is no such folder", Refused("--json", folder["no/json"]));
        Assert.Equal($"lowlatency: {folder["flow"]}: is an input and would be overwritten", Refused("--reports", folder["flow"]));
        Assert.Equal(Flow, File.ReadAllBytes(folder["flow"]));

        string Refused(string option, string value)
        {
            CommandRun run = CommandRun.Of("match", folder["flow"], option, value);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            return Assert.Single(run.ErrorLines);
        }
    }

    [SharedFact("data/matching/small/normal_s1_n2000.bin.gz")]
    public void A_published_flow_gives_its_expected_reports()
    {
        using TemporaryFolder folder = new();
        CommandRun run = CommandRun.Of(
            "match", SharedData.PathOf("data/matching/small/normal_s1_n2000.bin.gz"), "--reports", folder["reports"], "--passes", "1");
        Assert.Equal(0, run.ExitCode);
        using Stream expected = new System.IO.Compression.GZipStream(
            File.OpenRead(SharedData.PathOf("data/matching/small/normal_s1_n2000.expected.txt.gz")), System.IO.Compression.CompressionMode.Decompress);
        using StreamReader text = new(expected);
        Assert.Equal(text.ReadToEnd(), File.ReadAllText(folder["reports"]));
    }

    private static byte[] Record(byte type, byte side, uint quantity, uint id, int price) =>
        [type, side, 0, 0, .. BitConverter.GetBytes(quantity), .. BitConverter.GetBytes(id), .. BitConverter.GetBytes(price)];
}
