using System.Globalization;
using System.Text.Json;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>Every message type of both directions against golden bytes and against the specification's tables.</summary>
public sealed class OuchGoldenTests
{
    [SharedFact("vectors/wire_golden.json")]
    public void Every_golden_message_decodes_to_its_fields_and_encodes_to_its_bytes()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("vectors/wire_golden.json")));
        List<(bool, char)> seen = [];
        foreach (JsonElement entry in golden.RootElement.GetProperty("ouch50").EnumerateArray())
        {
            bool fromClient = entry.GetProperty("direction").GetString() == "in";
            char type = entry.GetProperty("type").GetString()![0];
            byte[] bytes = Convert.FromHexString(entry.GetProperty("hex").GetString()!);
            List<(object Message, byte[] Options)> messages = [];
            Assert.Equal(default, OuchWireFields.Decode(fromClient, bytes, messages));
            (object decoded, byte[] options) = Assert.Single(messages);

            object encoded = OuchWireFields.Blank(fromClient, type);
            Assert.IsType(encoded.GetType(), decoded);
            if (!entry.TryGetProperty("fields", out JsonElement fields))
            {
                Assert.Equal(bytes, OuchWireFields.Encode(decoded, options));
                Assert.Equal("021C05", Convert.ToHexString(options));
                continue;
            }

            bool hasOptions = false;
            foreach (JsonProperty field in fields.EnumerateObject())
            {
                if (field.Name == "AppendageLength")
                {
                    hasOptions = true;
                    Assert.Equal(field.Value.GetInt32(), options.Length);
                    continue;
                }

                object value = OuchWireFields.Get(decoded, field.Name);
                string expected = field.Value.ToString();
                Assert.Equal($"{type} {field.Name}={expected}", $"{type} {field.Name}={Convert.ToString(value, CultureInfo.InvariantCulture)!.TrimEnd(' ')}");
                OuchWireFields.Set(encoded, field.Name, OuchWireFields.Value(value.GetType(), expected));
            }

            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(OuchWireFields.Encode(encoded, hasOptions ? options : null)));
            seen.Add((fromClient, type));
        }

        Assert.Equal(OuchWireFields.AllTypes().Select(known => (known.FromClient, known.Type.Code)), seen);
    }

    [SharedFact("specs/ouch50_layout.csv")]
    public void Every_field_is_the_bytes_the_layout_says_and_no_others()
    {
        int fields = 0;
        foreach (string line in File.ReadLines(SharedData.PathOf("specs/ouch50_layout.csv")).Skip(1))
        {
            string[] cells = line.Split(',');
            bool fromClient = cells[0] == "in";
            char type = cells[1][0];
            string field = cells[6];
            int offset = int.Parse(cells[7], CultureInfo.InvariantCulture);
            int length = int.Parse(cells[8], CultureInfo.InvariantCulture);
            OuchMessageType known = OuchWireFields.AllTypes().Single(one => one.FromClient == fromClient && one.Type.Code == type).Type;
            int fixedBytes = int.Parse(cells[3], CultureInfo.InvariantCulture) - (known.Appendage == OuchAppendage.None ? 0 : 2);
            object message = OuchWireFields.Blank(fromClient, type);
            byte[] expected = OuchWireFields.BytesOf(message);
            Assert.Equal((cells[2], fixedBytes), (known.Name, known.FixedBytes));
            Assert.Equal(fixedBytes, expected.Length);
            Assert.Equal(type, (char)expected[0]);
            if (field == "AppendageLength")
            {
                Assert.Equal((fixedBytes, 2), (offset, length));
            }
            else if (field != "Type")
            {
                Type kind = OuchWireFields.Get(message, field).GetType();
                OuchWireFields.Set(message, field, OuchWireFields.Largest(kind));
                expected.AsSpan(offset, length).Fill(kind.Name.StartsWith("Alpha", StringComparison.Ordinal) ? (byte)'~' : (byte)0xff);
                Assert.Equal($"{type} {field} {Convert.ToHexString(expected)}", $"{type} {field} {Convert.ToHexString(OuchWireFields.BytesOf(message))}");
            }

            fields++;
        }

        Assert.Equal(166, fields);
    }

    [SharedFact("specs/ouch50_option_tags.csv")]
    public void Every_option_has_the_length_the_table_says()
    {
        Dictionary<int, int> bytesByTag = File.ReadLines(SharedData.PathOf("specs/ouch50_option_tags.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => int.Parse(cells[0], CultureInfo.InvariantCulture), cells => int.Parse(cells[2], CultureInfo.InvariantCulture));
        Assert.Equal(
            Enumerable.Range(0, 256).Select(tag => (tag, bytesByTag.GetValueOrDefault(tag))),
            Enumerable.Range(0, 256).Select(tag => (tag, OuchOption.ValueBytesOf((OuchOptionTag)tag))));
        Assert.Equal(bytesByTag.Keys.Order(), Enum.GetValues<OuchOptionTag>().Where(tag => tag != OuchOptionTag.None).Select(tag => (int)tag));
    }
}
