using LowLatency.Gateways.Ouch;
using LowLatency.Gateways.Ouch.Messages;
using LowLatency.Gateways.SoupBin;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Testing;
using LowLatency.Testing.Ouch;
using LowLatency.Trading.Engine.Ports;
using Xunit;
using Xunit.Abstractions;
using static LowLatency.Testing.EngineBench;

namespace LowLatency.Tests.Gateways.Ouch;

/// <summary>The stream of the connection: cut anywhere, of any content, and against a venue that does whatever the protocol allows.</summary>
public sealed class OuchSessionTests(ITestOutputHelper output)
{
    /// <summary>Every order the venue knows ends, the engine believes the same of each, and both count the same position.</summary>
    [Fact]
    public void A_venue_that_does_whatever_the_protocol_allows()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            using OuchBench bench = new();
            RandomOuchVenue venue = new(random);
            List<ulong> ids = [];
            for (int step = 0; step < 400; step++)
            {
                Act(bench, random, ids);
                Exchange(bench, venue, random.Next(4));
            }

            bool settled = false;
            for (int turn = 0; turn < 2_000 && !settled; turn++)
            {
                CancelAll(bench, ids);
                Exchange(bench, venue, 4);
                settled = bench.Engine.OpenOrders == 0 && venue is { OpenOrders: 0, Waiting: 0, IsSilent: true };
            }

            Assert.Equal((0, 0, 0), (bench.Engine.OpenOrders, venue.OpenOrders, bench.Session.OpenNumbers));
            Assert.Equal(venue.Position * Quantity.One, bench.Engine.Position(FirstAccount, Abc).Position.Raw);
            Assert.Equal(default, bench.Engine.Position(FirstAccount, Abc).WorkingBuy);
            Assert.Equal((0, 0, 0, 0), (bench.Session.Anomalies.Total, bench.Engine.Counters.IllegalReports, bench.Engine.Counters.UnmatchedReports, bench.Engine.Counters.OverFills));
            Assert.True(bench.Session.IsQuiet);
            Assert.True(bench.Engine.Counters.Fills > 20);
        }
    }

    [Fact]
    public void Packets_cut_between_any_two_bytes()
    {
        List<byte> stream = [];
        stream.AddRange(OuchVenueScript.PacketOf(new OrderAcceptedMessage { UserRefNum = 1, Quantity = 100, OrderReferenceNumber = 9 }));
        stream.AddRange([0, 1, SoupBinPacketType.ServerHeartbeat, 0, 4, SoupBinPacketType.Debug, 1, 2, 3]);
        stream.AddRange(OuchVenueScript.PacketOf(new OrderExecutedMessage { UserRefNum = 1, Quantity = 100, Price4 = 100_000 }));
        using OuchBench bench = new();
        bench.Limit(Side.Buy, "10", "100");
        foreach (byte one in stream)
        {
            bench.Venue.SendBytes([one]);
            bench.Run();
            Assert.True(bench.Session.IsQuiet);
        }

        Assert.Equal(["New New", "Trade Filled"], bench.Lines().Select(line => string.Join(' ', line.Split(' ')[..2])));
        Assert.Equal((2, 0), (bench.Session.Counters.SequencedMessages, bench.Session.Anomalies.Total));
    }

    [Fact]
    public void What_is_no_packet_or_message_is_counted_with_its_offset_and_passed_over()
    {
        using OuchBench bench = new();
        bench.Limit(Side.Buy, "10", "100");
        byte[] tooLong = new byte[3_000];
        SoupBinPacket.WriteHeader(tooLong, SoupBinPacketType.SequencedData, tooLong.Length - SoupBinPacket.HeaderBytes);
        byte[][] parts =
        [
            [0, 0],
            [0, 1, (byte)'?'],
            [0, 1, SoupBinPacketType.SequencedData],
            [0, 2, SoupBinPacketType.SequencedData, (byte)'z'],
            [0, 3, SoupBinPacketType.SequencedData, (byte)'P', 1],
            tooLong,
            [0, 19, SoupBinPacketType.SequencedData, .. "P"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 9, 28, 5],
            OuchVenueScript.PacketOf(new OrderAcceptedMessage { UserRefNum = 1, Quantity = 100, OrderReferenceNumber = 9 }),
            OuchVenueScript.PacketOf(new OrderExecutedMessage { UserRefNum = 77, Quantity = 100, Price4 = 100_000 }),
        ];
        foreach (byte[] part in parts)
        {
            bench.Venue.SendBytes(part);
        }

        bench.Run();
        Assert.Equal(["New New id=1 Buy 100@10 cum=0 leaves=100 #9"], bench.Lines());
        Assert.Equal(
            [
                "offset=0 ZeroLength value=0",
                "offset=2 UnknownType value=0x3f",
                "offset=8 ZeroLength value=0",
                "offset=11 UnknownType value=0x7a",
                "offset=17 WrongLength value=2",
                "offset=17 WrongLength value=3000",
                "offset=3035 BadOption value=28",
                $"offset={3017 + 21 + 67} UnknownOrder value=77",
            ],
            bench.Session.Anomalies.First().Select(anomaly => anomaly.ToString()));
        Assert.Equal(7, bench.Session.Counters.SequencedMessages);
    }

    [Fact]
    public void Bytes_of_any_kind_never_throw()
    {
        for (int seed = 0; seed < 24; seed++)
        {
            output.WriteLine($"seed={seed}");
            Random random = new(seed);
            using OuchBench bench = new();
            for (int step = 0; step < 300; step++)
            {
                if (random.Next(4) == 0)
                {
                    bench.Limit(random.Next(2) == 0 ? Side.Buy : Side.Sell, "10", "5");
                }

                bench.Venue.SendBytes(random.Next(5) == 0 ? Noise(random, random.Next(60)) : Mutated(random));
                bench.Run();
                bench.Lines();
                bench.Venue.TakeBytes();
            }

            Assert.True(bench.Session.Anomalies.Total > 0);
            Assert.InRange(bench.Session.OpenNumbers, 0, 128);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        using OuchBench bench = new(new OuchSettings { Firm = "LIME" });
        byte[] accepted = OuchVenueScript.PacketOf(new OrderAcceptedMessage { Quantity = 100, OrderReferenceNumber = 9 });
        byte[] replaced = OuchVenueScript.PacketOf(new OrderReplacedMessage { Quantity = 120, Price4 = 100_000, OrderReferenceNumber = 9 });
        byte[] executed = OuchVenueScript.PacketOf(new OrderExecutedMessage { Quantity = 120, Price4 = 100_000 });
        byte[] odd = OuchVenueScript.PacketOf(new CancelPendingMessage { UserRefNum = 7_000_000 });
        StrategyPort port = bench.Port;
        Price price = Px("10");
        Quantity first = Qty("100");
        Quantity second = Qty("120");
        uint number = 1;
        ulong id = 1;
        long reports = 0;
        Assert.Equal(0, AllocationGate.Measure(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                Side side = (i & 1) == 0 ? Side.Buy : Side.Sell;
                port.NewOrder(id, 2_000, Abc, side, OrderType.Limit, TimeInForce.Day, price, first, ExecInst.PostOnly);
                bench.Run();
                Answer(bench, accepted, number, 0);
                port.Replace(id + 1, 2_000, id, price, second);
                port.Cancel(id + 2, 2_000, id);
                port.NewOrder(id + 3, 2_000, Abc, side, OrderType.Limit, TimeInForce.Gtc, price, first);
                bench.Run();
                Answer(bench, replaced, number + 1, number);
                Answer(bench, executed, number + 1, 0);
                bench.Session.Receive(odd, 5_000);
                bench.Run();
                id += 4;
                number += 2;
                reports += port.ReportsAvailable;
                while (port.ReportsAvailable > 0)
                {
                    port.ReleaseReport();
                }

                bench.Session.Sent(bench.Session.Unsent().Length);
            }
        }));
        Assert.Equal(1_000 * 5, reports);
        Assert.Equal((0, 1_000), (bench.Session.Anomalies.Total, bench.Session.Counters.NotExpressible));
    }

    private static void Answer(OuchBench bench, byte[] packet, uint number, uint original)
    {
        int at = SoupBinPacket.HeaderBytes + 9;
        if (original != 0)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(at), original);
            at += sizeof(uint);
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(at), number);
        bench.Session.Receive(packet, 5_000);
        bench.Run();
    }

    private static void Act(OuchBench bench, Random random, List<ulong> ids)
    {
        Side side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
        ulong known = ids.Count > 0 ? ids[random.Next(Math.Max(0, ids.Count - 8), ids.Count)] : 0;
        ulong next = bench.Port.NextClOrdId;
        switch (random.Next(6))
        {
            case 0 when known != 0:
                bench.Port.Cancel(next, bench.TimeNs++, known);
                break;
            case 1 or 2 when known != 0:
                bench.Port.Replace(next, bench.TimeNs++, known, Px(random.Next(2) == 0 ? "9.98" : "10.01"), Qty($"{random.Next(1, 60)}"));
                ids.Add(next);
                break;
            default:
                bench.Port.NewOrder(next, bench.TimeNs++, Abc, side, OrderType.Limit, TimeInForce.Day, Px("10"), Qty($"{random.Next(1, 40)}"));
                ids.Add(next);
                break;
        }
    }

    private static void CancelAll(OuchBench bench, List<ulong> ids)
    {
        foreach (ulong id in ids.TakeLast(200))
        {
            bench.Port.Cancel(bench.Port.NextClOrdId, bench.TimeNs++, id);
            bench.Run();
            Reports(bench.Port);
        }
    }

    private static void Exchange(OuchBench bench, RandomOuchVenue venue, int steps)
    {
        bench.Run();
        Reports(bench.Port);
        foreach ((object message, _) in bench.Venue.TakeRequests())
        {
            venue.Take(message);
        }

        for (int i = 0; i < steps; i++)
        {
            venue.Step();
            bench.Venue.SendBytes(venue.TakeBytes());
            bench.Run();
            Reports(bench.Port);
        }
    }

    private static byte[] Noise(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(Random random)
    {
        uint number = (uint)random.Next(1, 40);
        byte[] packet = random.Next(6) switch
        {
            0 => OuchVenueScript.PacketOf(new OrderAcceptedMessage { UserRefNum = number, Quantity = (uint)random.Next(8), OrderState = random.Next(2) == 0 ? 'L' : 'D' }),
            1 => OuchVenueScript.PacketOf(new OrderExecutedMessage { UserRefNum = number, Quantity = (uint)random.Next(8), Price4 = 100_000 }),
            2 => OuchVenueScript.PacketOf(new OrderCanceledMessage { UserRefNum = number, Quantity = (uint)random.Next(8) }),
            3 => OuchVenueScript.PacketOf(new OrderReplacedMessage { UserRefNum = number, OrigUserRefNum = number - 1, Quantity = 5, Price4 = 100_000 }),
            4 => OuchVenueScript.PacketOf(new RejectedMessage { UserRefNum = number }),
            _ => OuchVenueScript.PacketOf(new CancelRejectMessage { UserRefNum = number }),
        };
        if (random.Next(3) == 0)
        {
            packet[random.Next(packet.Length)] = (byte)random.Next(256);
        }

        return packet;
    }
}
