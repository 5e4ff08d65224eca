using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>Bytes that are no message: told apart, with the place, and never a crash.</summary>
public sealed class OuchHostileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", OuchDecodeStatus.Empty, 0)]
    [InlineData("FF", OuchDecodeStatus.UnknownType, 0)]
    [InlineData("4F", OuchDecodeStatus.UnknownType, 0)]
    [InlineData("50", OuchDecodeStatus.WrongLength, 1)]
    [InlineData("5300001F1ACED9F07B", OuchDecodeStatus.WrongLength, 9)]
    [InlineData("5300001F1ACED9F07B5300", OuchDecodeStatus.WrongLength, 10)]
    [InlineData("5000001F1ACED9F07B00000001", OuchDecodeStatus.Ok, 0)]
    [InlineData("5000001F1ACED9F07B0000000100", OuchDecodeStatus.WrongLength, 13)]
    [InlineData("5000001F1ACED9F07B000000010001", OuchDecodeStatus.WrongLength, 13)]
    [InlineData("5000001F1ACED9F07B000000010003021C05", OuchDecodeStatus.Ok, 0)]
    [InlineData("5000001F1ACED9F07B000000010003031C05", OuchDecodeStatus.BadOption, 15)]
    [InlineData("5000001F1ACED9F07B000000010003001C05", OuchDecodeStatus.BadOption, 15)]
    [InlineData("5000001F1ACED9F07B000000010006021C05051C05", OuchDecodeStatus.BadOption, 18)]
    [InlineData("5000001F1ACED9F07B000000010006021C05031C05", OuchDecodeStatus.BadOption, 18)]
    [InlineData("5000001F1ACED9F07B000000010006021C0502C805", OuchDecodeStatus.Ok, 0)]
    [InlineData("5000001F1ACED9F07B00000001000101", OuchDecodeStatus.BadOption, 15)]
    [InlineData("5200001F1ACED9F07B0000000152", OuchDecodeStatus.WrongLength, 14)]
    public void Bytes_from_the_venue(string hex, OuchDecodeStatus status, int offset)
    {
        List<(object, byte[])> seen = [];
        Assert.Equal(new OuchDecodeResult(status, offset), OuchWireFields.Decode(false, Convert.FromHexString(hex), seen));
        Assert.Equal(status == OuchDecodeStatus.Ok ? 1 : 0, seen.Count);
    }

    [Fact]
    public void Every_message_cut_short_or_run_long_is_refused()
    {
        foreach ((bool fromClient, OuchMessageType type) in OuchWireFields.AllTypes())
        {
            byte[] options = type.Appendage == OuchAppendage.None ? [] : [2, 28, 5, 5, 2, 65, 66, 67, 68];
            byte[] whole = OuchWireFields.Encode(OuchWireFields.Blank(fromClient, type.Code), type.Appendage == OuchAppendage.None ? null : options);
            List<int> taken = [];
            for (int length = 0; length <= whole.Length + 3; length++)
            {
                byte[] bytes = new byte[length];
                whole.AsSpan(0, Math.Min(length, whole.Length)).CopyTo(bytes);
                if (OuchWireFields.Decode(fromClient, bytes, []).IsOk)
                {
                    taken.Add(length);
                }
            }

            Assert.Equal(type.Appendage == OuchAppendage.Optional ? [type.FixedBytes, whole.Length] : [whole.Length], taken);
        }
    }

    [Fact]
    public void Bytes_of_any_kind_never_throw()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            for (int i = 0; i < 5_000; i++)
            {
                (bool fromClient, OuchMessageType type) = OuchWireFields.AllTypes().ElementAt(random.Next(25));
                byte[] bytes = new byte[random.Next(type.FixedBytes + 12)];
                random.NextBytes(bytes);
                if (bytes.Length > 0 && random.Next(8) != 0)
                {
                    bytes[0] = (byte)type.Code;
                }

                if (bytes.Length >= type.FixedBytes + 2 && random.Next(4) != 0)
                {
                    bytes[type.FixedBytes] = 0;
                    bytes[type.FixedBytes + 1] = (byte)(bytes.Length - type.FixedBytes - 2);
                }

                List<(object, byte[])> seen = [];
                OuchDecodeResult result = OuchWireFields.Decode(fromClient, bytes, seen);
                Assert.Equal(result.IsOk ? 1 : 0, seen.Count);
                Assert.InRange(result.Offset, 0, bytes.Length);
            }
        }
    }
}
