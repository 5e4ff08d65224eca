using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.Ouch.Wire;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Gateways.Ouch;

public sealed class OuchCodecTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_fields_and_options_come_back_as_they_were()
    {
        const int Seed = 20261125;
        output.WriteLine($"seed={Seed}");
        Random random = new(Seed);
        for (int round = 0; round < 200; round++)
        {
            foreach ((bool fromClient, OuchMessageType type) in OuchWireFields.AllTypes())
            {
                object message = OuchWireFields.Blank(fromClient, type.Code);
                foreach (string field in OuchWireFields.FieldsOf(message))
                {
                    OuchWireFields.Set(message, field, OuchWireFields.Random(OuchWireFields.Get(message, field).GetType(), random));
                }

                byte[]? options = type.Appendage == OuchAppendage.None || random.Next(3) == 0 ? null : RandomOptions(random);
                List<(object Message, byte[] Options)> decoded = [];
                Assert.Equal(default, OuchWireFields.Decode(fromClient, OuchWireFields.Encode(message, options), decoded));
                Assert.Equal(message, Assert.Single(decoded).Message);
                Assert.Equal(options ?? [], decoded[0].Options);
            }
        }
    }

    [Fact]
    public void The_shortest_form_leaves_the_length_of_optional_options_out()
    {
        Assert.Equal("580000000700000000", Convert.ToHexString(OuchWireFields.Encode(new CancelOrderMessage { UserRefNum = 7 }, null)));
        Assert.Equal("5800000007000000000000", Convert.ToHexString(OuchWireFields.Encode(new CancelOrderMessage { UserRefNum = 7 }, [])));
        Assert.Equal("580000000700000000" + "0003" + "021C05", Convert.ToHexString(OuchWireFields.Encode(new CancelOrderMessage { UserRefNum = 7 }, [2, 28, 5])));
        Assert.Equal(47, OuchWireFields.Encode(new EnterOrderMessage(), null).Length);
        Assert.Empty(OuchWireFields.Encode(new SystemEventMessage(), []));
        Assert.Equal(0, OuchEncoder.Write(new CancelOrderMessage(), new byte[8]));
        Assert.Equal(0, OuchEncoder.Write(new EnterOrderMessage(), new byte[46]));
        Assert.Equal(0, OuchEncoder.Write(new CancelOrderMessage(), [2, 28, 5], new byte[13]));
    }

    [Fact]
    public void Options_are_found_by_tag_and_unknown_ones_passed_over()
    {
        byte[] list = new byte[64];
        int at = OuchOption.Write(list, OuchOptionTag.Firm, "AB");
        list[at] = 4;
        list[at + 1] = 200;
        at += 5;
        at += OuchOption.Write(list.AsSpan(at), OuchOptionTag.MinimumQuantity, 0x01020304);
        at += OuchOption.Write(list.AsSpan(at), OuchOptionTag.PostOnly, 'P');
        at += OuchOption.Write(list.AsSpan(at), OuchOptionTag.DiscretionPrice, 1_999_999_900);
        OptionsOf handler = new();
        byte[] message = OuchWireFields.Encode(new EnterOrderMessage(), list[..at]);
        Assert.Equal(default, OuchRequestDecoder.Decode(message, ref handler));
        Assert.Equal("Firm=41422020 MinimumQuantity=16909060 PostOnly=80 DiscretionPrice=1999999900 MaxFloor=none", handler.Seen);
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused()
    {
        byte[] destination = new byte[6];
        Assert.Equal(0, OuchOption.Write(destination.AsSpan(0, 5), OuchOptionTag.MinimumQuantity, 1));
        Assert.Equal(6, OuchOption.Write(destination, OuchOptionTag.MinimumQuantity, 1));
        Assert.Equal("050300000001", Convert.ToHexString(destination));
        Assert.Equal(0, OuchOption.Write(destination, (OuchOptionTag)8, 1));
        Assert.Equal(0, OuchOption.Write(destination, (OuchOptionTag)250, "A"));
        Assert.Throws<ArgumentException>(() => OuchOption.Write(destination, OuchOptionTag.Firm, "ABCDE"));
    }

    private static byte[] RandomOptions(Random random)
    {
        byte[] list = new byte[256];
        int at = 0;
        for (int count = random.Next(6); count > 0; count--)
        {
            OuchOptionTag tag = (OuchOptionTag)random.Next(1, 31);
            at += OuchOption.Write(list.AsSpan(at), tag, (ulong)random.NextInt64());
        }

        return list[..at];
    }

    private struct OptionsOf : IOuchRequestHandler
    {
        public string Seen { get; private set; }

        public void OnEnterOrder(in EnterOrderMessage message, OuchOptions options)
        {
            options.TryGet(OuchOptionTag.Firm, out ReadOnlySpan<byte> firm);
            Seen = $"Firm={Convert.ToHexString(firm)}";
            foreach (OuchOptionTag tag in (OuchOptionTag[])[OuchOptionTag.MinimumQuantity, OuchOptionTag.PostOnly, OuchOptionTag.DiscretionPrice, OuchOptionTag.MaxFloor])
            {
                Seen += $" {tag}=" + (options.TryGet(tag, out ulong value) ? value : "none");
            }
        }

        public readonly void OnReplaceOrder(in ReplaceOrderMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnCancelOrder(in CancelOrderMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnModifyOrder(in ModifyOrderMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnMassCancel(in MassCancelMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnDisableOrderEntry(in DisableOrderEntryMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnEnableOrderEntry(in EnableOrderEntryMessage message, OuchOptions options) => throw new NotSupportedException();

        public readonly void OnAccountQuery(in AccountQueryMessage message, OuchOptions options) => throw new NotSupportedException();
    }
}
