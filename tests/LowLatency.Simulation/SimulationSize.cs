using System.Globalization;

namespace LowLatency.Simulation;

/// <summary>How long the simulations are: the environment variable LOWLATENCY_SIMULATION_EVENTS, else about a second each. LOWLATENCY_SIMULATION_SEED picks the first seed, so that a failure can be run again alone.</summary>
public static class SimulationSize
{
    /// <summary>Steps of a model-based run, and orders of a stress run.</summary>
    public static int Events { get; } = Read("LOWLATENCY_SIMULATION_EVENTS", 40_000);

    /// <summary>The first seed.</summary>
    public static int Seed { get; } = Read("LOWLATENCY_SIMULATION_SEED", 1_000);

    private static int Read(string name, int otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0
            ? value
            : throw new InvalidOperationException($"{name}={text} must be a whole number above 0");
    }
}
