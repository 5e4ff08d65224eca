using System.Globalization;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Testing;

namespace LowLatency.Benchmarks.Matching;

/// <summary>The verb <c>match [FILE…]</c>: rounds of matching alone over order-flow files, one thread, reports as 64-byte records into a buffer of 4,096 that is overwritten; without a file the two published workloads, whose results are asserted.</summary>
internal static class MatchRounds
{
    private const int WarmupRounds = 5;
    private const int Rounds = 15;

    private static readonly (string File, long Reports, long Fills, string Sha256)[] Published =
    [
        ("data/matching/normal.msgs.gz", 2_204_643, 62_474, "e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e"),
        ("data/matching/static.msgs.gz", 2_147_158, 827, "9803843ee404fc29c9a0aa5614f8f0d5a58b5c44fcac9ef89067886fcaaa30d1"),
    ];

    public static int Run(string[] files)
    {
        if (files.Length == 0 && SharedData.Find(Published[0].File, out string missing) is null)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        bool ok = true;
        if (files.Length != 0)
        {
            foreach (string file in files)
            {
                Measure(file);
            }

            return 0;
        }

        foreach ((string file, long reports, long fills, string sha256) in Published)
        {
            OrderFlowResult result = Measure(SharedData.PathOf(file));
            if (result.Reports != reports || result.Fills != fills || result.Sha256 != sha256)
            {
                Console.Error.WriteLine($"{file}: reports={result.Reports} fills={result.Fills} sha256={result.Sha256} are not the published reports={reports} fills={fills} sha256={sha256}");
                ok = false;
            }
        }

        return ok ? 0 : 1;
    }

    private static OrderFlowResult Measure(string path)
    {
        using OrderFlowFile file = OrderFlowFile.Load(path);
        using OrderFlowRunner runner = new(file);
        OrderFlowResult result = runner.Run();
        Console.WriteLine($"{Path.GetFileName(path)} messages={result.Messages} reports={result.Reports} fills={result.Fills} resting={result.Resting} sha256={result.Sha256}");
        foreach (bool prefetch in new[] { false, true })
        {
            double[] rates = new double[Rounds];
            for (int round = -WarmupRounds; round < Rounds; round++)
            {
                OrderFlowTiming timing = runner.Time(prefetch);
                if (timing.Reports != result.Reports)
                {
                    throw new InvalidOperationException($"{path}: the timed round made reports={timing.Reports}, the hashed one {result.Reports}");
                }

                rates[Math.Max(round, 0)] = timing.MessagesPerSecond / 1e6;
            }

            Array.Sort(rates);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {(prefetch ? "prefetching 8 ahead" : "without prefetch   ")} M messages/s: median {rates[Rounds / 2]:F1} best {rates[^1]:F1} worst {rates[0]:F1}"));
        }

        return result;
    }
}
