using LowLatency.Markets.Data;
using LowLatency.Primitives.Identity;
using LowLatency.Primitives.Metrics;
using LowLatency.Primitives.Numerics;
using LowLatency.Primitives.Orders;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Latency;
using LowLatency.Replay.Results;
using LowLatency.Replay.Venue.L2;
using LowLatency.Trading.Engine;
using LowLatency.Trading.Engine.Definitions;
using LowLatency.Trading.Journal;
using LowLatency.Trading.Risk.Limits;
using LowLatency.Trading.Venues;
using Xunit;
using static LowLatency.Tests.Replay.ReplaySetup;
using static LowLatency.Tests.Replay.ScriptedStrategy;

namespace LowLatency.Tests.Replay.Driver;

/// <summary>Measuring the stages counts every order request and changes nothing.</summary>
public sealed class LatencyProbeTests
{
    private static readonly MarketEvent[] Events = [Level(1000, Side.Buy, "10.00", 5), Level(1000, Side.Sell, "10.02", 5), End(9000)];

    [Fact]
    public void Stages_are_counted_as_orders_pass_them_and_outputs_stay_the_same()
    {
        StageLatencies latencies = new();
        ReplaySummary measured = Run(new LatencyProbe(latencies));
        ReplaySummary plain = Run(new NoProbe());
        Assert.Equal(plain.OutputHash, measured.OutputHash);
        Assert.Equal(plain.Reports, measured.Reports);
        LatencyHistogram[] stages = [.. StageLatencies.Stages.Select(latencies.Of)];

        // Three new orders, of which validation refuses one; a replacement and a cancel, which are not routed; and five reports of the venue.
        Assert.Equal([10, 4, 10, 2, 4, 6], stages.Select(stage => stage.TotalCount));
        Assert.Equal(2, latencies.OrderToVenue.TotalCount);
        Assert.True(latencies.OrderToVenue.Max >= stages[(int)EngineStage.Submit].Min);
    }

    private static ReplaySummary Run<TProbe>(TProbe probe)
        where TProbe : struct, IStageProbe
    {
        ScriptedStrategy strategy = new()
        {
            Start = context => context.SetTimer(2000, 0),
            Timer = (id, context) =>
            {
                switch (id)
                {
                    case 0:
                        Buy(context, "9.00", 1);
                        Buy(context, "10.02", 1);
                        Buy(context, "9.001", 1);
                        context.SetTimer(3000, 1);
                        break;
                    case 1:
                        context.Replace(1, Price.Parse("9.01"), Quantity.FromWhole(1));
                        context.SetTimer(4000, 2);
                        break;
                    default:
                        context.Cancel(4);
                        break;
                }
            },
        };
        using ReplayRecording recording = ReplayRecording.From(Table(), Events);
        EngineDefinition definition = new(recording.Instruments) { Limits = new EngineLimits { MaxOrders = 64 } };
        VenueId venue = definition.AddVenue("venue");
        AccountId account = definition.AddAccount("house");
        definition.AddStrategy("scripted", account);
        definition.AddListing(new ListingDefinition { Instrument = Abc, Venue = venue, TickSize = Price.Parse("0.01"), LotSize = Quantity.FromWhole(1) });
        definition.SetLimits(account, Abc, new RiskLimits
        {
            MaxOrderQuantity = Quantity.FromWhole(10),
            MaxOrderNotional = Notional.Parse("1000000"),
            MaxPosition = Quantity.FromWhole(100),
            PriceCollarBps = 5_000,
        });
        using SimulatedVenueRings rings = new(definition);
        using TradingEngine<RingVenueGateway, NoJournal, TProbe> engine = new(definition, rings.Gateway, default, probe);
        using RiskAverseQueueVenue simulated = new(venue, definition);
        using ReplayDriver driver = new(new ReplayPlan
        {
            Engine = engine,
            Rings = rings,
            Strategies = [strategy],
            Venues = [simulated],
            Recording = recording,
            OrderLatency = new ConstantOrderLatency(100, 100),
        });
        return driver.Run();
    }
}
