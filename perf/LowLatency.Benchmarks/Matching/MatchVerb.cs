using LowLatency.Benchmarks.Measuring;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Testing;

namespace LowLatency.Benchmarks.Matching;

/// <summary>The verb <c>match [FILE…]</c>: matching alone over order-flow files, without and with prefetching; without a file the two published workloads, whose results are asserted.</summary>
internal static class MatchVerb
{
    private const int RoundCount = 15;

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
        foreach (string file in files)
        {
            Measure(file);
        }

        foreach ((string file, long reports, long fills, string sha256) in files.Length == 0 ? Published : [])
        {
            OrderFlowResult result = Measure(SharedData.PathOf(file));
            if (result.Reports != reports || result.Fills != fills || result.Sha256 != sha256)
            {
                Console.Error.WriteLine($"{file}: reports={result.Reports} fills={result.Fills} sha256={result.Sha256} are not the published reports={reports} fills={fills} sha256={sha256}");
                ok = false;
            }
        }

        Console.WriteLine($"real-time priority in bursts: {Rounds.Priority}");
        return ok ? 0 : 1;
    }

    private static OrderFlowResult Measure(string path)
    {
        using OrderFlowFile file = OrderFlowFile.Load(path);
        using MatchWorkload plain = new("  without prefetch", file, prefetch: false);
        using MatchWorkload prefetching = new("  prefetching 8 ahead", file, prefetch: true);
        OrderFlowResult result = plain.Result;
        Console.WriteLine($"{Path.GetFileName(path)} messages={result.Messages} reports={result.Reports} fills={result.Fills} resting={result.Resting} sha256={result.Sha256}");
        foreach (Measurement measurement in Rounds.Measure(RoundCount, plain, prefetching))
        {
            Console.WriteLine(measurement.AsRate());
        }

        return result;
    }
}
