using System.Text;
using System.Text.Json;
using LowLatency.Gateways.SoupBin;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.SoupBin;

public sealed class SoupBinPacketTests
{
    [SharedFact("vectors/wire_golden.json")]
    public void Golden_packets_are_read_whole_and_written_back()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("vectors/wire_golden.json")));
        List<string> seen = [];
        foreach (JsonElement entry in golden.RootElement.GetProperty("soupbintcp").EnumerateArray())
        {
            byte[] bytes = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
            Assert.True(SoupBinPacket.TryRead(bytes, out SoupBinPacket packet));
            Assert.Equal(bytes.Length, packet.TotalBytes);
            byte[] written = [.. bytes];
            written.AsSpan(0, SoupBinPacket.HeaderBytes).Clear();
            SoupBinPacket.WriteHeader(written, packet.Type, packet.PayloadBytes);
            Assert.Equal(bytes, written);
            seen.Add($"{(char)packet.Type}{packet.PayloadBytes}{(packet.PayloadBytes is > 0 and < 10 ? Encoding.ASCII.GetString(bytes[3..]) : "")}");
        }

        Assert.Equal(["L46", "L51", "A30", "J1A", "J1S", "S5hello", "U5world", "H0", "R0", "Z0", "O0", "+3dbg"], seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0001")]
    [InlineData("FFFF")]
    public void Too_few_bytes_say_nothing(string hex) => Assert.False(SoupBinPacket.TryRead(Convert.FromHexString(hex), out _));

    [Fact]
    public void Lengths_from_nothing_to_the_largest()
    {
        Assert.True(SoupBinPacket.TryRead([0, 0], out SoupBinPacket none));
        Assert.Equal((0, 0, 2), (none.Type, none.PayloadBytes, none.TotalBytes));
        byte[] header = new byte[SoupBinPacket.HeaderBytes];
        SoupBinPacket.WriteHeader(header, SoupBinPacketType.Debug, SoupBinPacket.MaxPayloadBytes);
        Assert.True(SoupBinPacket.TryRead(header, out SoupBinPacket largest));
        Assert.Equal((SoupBinPacketType.Debug, 65_534, 65_537), (largest.Type, largest.PayloadBytes, largest.TotalBytes));
    }
}
