using LowLatency.Testing.Model;
using LowLatency.Trading.Engine;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Simulation.Trading;

/// <summary>Seeded random days against the plain engine: ordinary ones, ones with a gateway that refuses, ones with few order slots.</summary>
public class EngineSimulation(ITestOutputHelper output)
{
    private const int StepsPerSeed = 2_000;

    [Theory]
    [InlineData(0, 64)]
    [InlineData(5, 64)]
    [InlineData(0, 3)]
    [InlineData(9, 1)]
    public void It_says_what_the_plain_engine_says(int gatewayRefusesOneIn, int maxOrders)
    {
        int seeds = Math.Max(1, SimulationSize.Events / StepsPerSeed / 4);
        long events = 0;
        long fills = 0;
        for (int i = 0; i < seeds; i++)
        {
            using ReferenceRun run = new(SimulationSize.Seed + i, gatewayRefusesOneIn, maxOrders);
            run.Drive(StepsPerSeed);
            EngineCounters counters = run.Counters;
            events += counters.Events;
            fills += counters.Fills;
        }

        Assert.True(fills > 0);
        output.WriteLine($"seeds {SimulationSize.Seed} to {SimulationSize.Seed + seeds - 1}: {events} events, {fills} fills");
    }
}
