using System.Globalization;
using System.Text.Json;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch.Decoding;
using LowLatency.Gateways.Feeds.Itch.Messages;
using LowLatency.Testing;
using LowLatency.Testing.Itch;
using Xunit;

namespace LowLatency.Tests.Gateways.Feeds.Itch;

/// <summary>Every message type against golden bytes and against the specification's table of fields.</summary>
public sealed class ItchGoldenTests
{
    [SharedFact("vectors/wire_golden.json")]
    public void Every_golden_message_decodes_to_its_fields_and_encodes_to_its_bytes()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("vectors/wire_golden.json")));
        List<char> seen = [];
        foreach (JsonElement entry in golden.RootElement.GetProperty("itch50").EnumerateArray())
        {
            char type = entry.GetProperty("type").GetString()![0];
            byte[] bytes = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
            List<(object Message, FeedPosition Position)> messages = [];
            CollectingItchHandler handler = new(messages);
            ItchDecodeResult result = ItchDecoder.Decode(bytes, default, ref handler);

            Assert.Equal(type == 'S' ? ItchDecodeResult.SystemEvent : ItchDecodeResult.Ok, result);
            object decoded = Assert.Single(messages).Message;
            Assert.IsType(ItchWireFields.StructOf(type), decoded);
            object encoded = ItchWireFields.Blank(type);
            foreach (JsonProperty field in entry.GetProperty("fields").EnumerateObject())
            {
                object value = ItchWireFields.Get(decoded, field.Name);
                string expected = field.Value.ValueKind == JsonValueKind.Null ? "" : field.Value.ToString();
                Assert.Equal($"{type} {field.Name}={expected}", $"{type} {field.Name}={Text(value)}");
                ItchWireFields.Set(encoded, field.Name, Value(value.GetType(), expected));
            }

            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(ItchWireFields.BytesOf(encoded)));
            seen.Add(type);
        }

        Assert.Equal(ItchMessageTypes.All.Select(type => type.Code), seen);
    }

    [SharedFact("specs/itch50_layout.csv")]
    public void Every_field_is_the_bytes_the_layout_says_and_no_others()
    {
        int fields = 0;
        foreach (string line in File.ReadLines(SharedData.PathOf("specs/itch50_layout.csv")).Skip(1))
        {
            string[] cells = line.Split(',');
            char type = cells[0][0];
            string field = cells[3];
            int offset = int.Parse(cells[4], CultureInfo.InvariantCulture);
            int length = int.Parse(cells[5], CultureInfo.InvariantCulture);
            object message = ItchWireFields.Blank(type);
            byte[] expected = ItchWireFields.BytesOf(message);
            Assert.Equal(int.Parse(cells[2], CultureInfo.InvariantCulture), expected.Length);
            Assert.Equal(expected.Length, ItchMessageTypes.All.Single(known => known.Code == type).Length);

            ItchWireFields.Set(message, field, Largest(ItchWireFields.TypeOf(message, field)));
            expected.AsSpan(offset, length).Fill(ItchWireFields.TypeOf(message, field).Name.StartsWith("Alpha", StringComparison.Ordinal) ? (byte)'~' : (byte)0xff);
            Assert.Equal($"{type} {field} {Convert.ToHexString(expected)}", $"{type} {field} {Convert.ToHexString(ItchWireFields.BytesOf(message))}");
            fields++;
        }

        Assert.Equal(191, fields);
    }

    [Fact]
    public void Frames_hold_the_length_before_the_message()
    {
        OrderDeleteMessage message = new() { OrderReference = 0x0102030405060708 };
        message.Header.StockLocate = 0x1122;
        message.Header.TrackingNumber = 0x3344;
        message.Header.TimestampNs = 0x556677889900;
        byte[] frame = new byte[21];

        Assert.Equal(21, ItchEncoder.WriteFrame(in message, frame));
        Assert.Equal("0013" + "44" + "1122" + "3344" + "556677889900" + "0102030405060708", Convert.ToHexString(frame));
        Assert.Equal(0, ItchEncoder.WriteFrame(in message, frame.AsSpan(0, 20)));
        Assert.Equal(0, ItchEncoder.Write(in message, frame.AsSpan(0, 18)));
    }

    [Fact]
    public void Text_that_does_not_fit_is_refused()
    {
        Assert.Equal("ABC", new Alpha4("ABC").ToString());
        Assert.Throws<ArgumentException>(() => new Alpha4("ABCDE"));
        Assert.Throws<ArgumentException>(() => new Alpha8("é"));
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!.TrimEnd(' ');

    private static object Value(Type type, string text) =>
        type == typeof(char) ? text.Length == 0 ? ' ' : text[0]
        : type == typeof(Alpha8) ? new Alpha8(text)
        : type == typeof(Alpha4) ? new Alpha4(text)
        : type == typeof(Alpha2) ? new Alpha2(text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    private static object Largest(Type type) =>
        type == typeof(char) ? '\u00ff'
        : type == typeof(ushort) ? ushort.MaxValue
        : type == typeof(uint) ? uint.MaxValue
        : type == typeof(ulong) ? ulong.MaxValue
        : type == typeof(long) ? (1L << 48) - 1
        : Value(type, new string('~', type == typeof(Alpha8) ? 8 : type == typeof(Alpha4) ? 4 : 2));
}
