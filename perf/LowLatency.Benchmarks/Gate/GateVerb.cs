using System.Globalization;
using LowLatency.Benchmarks.Itch;
using LowLatency.Benchmarks.Matching;
using LowLatency.Benchmarks.Measuring;
using LowLatency.Benchmarks.Orders;
using LowLatency.Benchmarks.Replay;
using LowLatency.Markets.Matching.OrderFlow;
using LowLatency.Replay.Driver;
using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Gate;

/// <summary>
/// The verb <c>gate [--update]</c>: fails when something has become much slower. What is judged is not a time but the median over interleaved rounds of the ratio to the
/// reference of the same round, so that a machine of another speed, or one that is busy, judges alike.
/// </summary>
/// <remarks>A workload that fails is measured again, up to three times, and passes when one attempt does: a disturbance goes away, a slower stage does not.</remarks>
internal static class GateVerb
{
    private const double SlowerBy = 0.60;
    private const int RoundCount = 9;
    private const int Attempts = 3;
    private const int Failed = 1;
    private const int NoBaseline = 2;

    public static int Run(string[] args)
    {
        bool isUpdate = args.Contains("--update");
        if (!GateBaseline.TryRead(out SortedDictionary<string, double> baseline, out string fault) && !isUpdate)
        {
            Console.Error.WriteLine($"{fault}; 'gate --update' writes one");
            return NoBaseline;
        }

        ItchDay day = ItchDay.Generate(100, 1_000_000);
        using OrderFlowFile flow = GeneratedOrderFlow.Open();
        using ReplayRecording session = Sessions.ByOrder();
        using ReferenceWorkload reference = new();
        using OrderInlineWorkload order = new();
        using MatchWorkload match = new("match", flow, prefetch: false);
        using ItchDecodeWorkload decode = new(day);
        using ItchBooksWorkload books = new("itch-books-100", day);
        using ReplayWorkload replay = new("replay", session, byOrder: true, session.Instruments.Count);
        Workload[] workloads = [order, match, decode, books, replay];
        Dictionary<string, double> now = Measure(reference, workloads);
        if (isUpdate)
        {
            Console.WriteLine($"baseline written: {GateBaseline.Write(now)}");
            return 0;
        }

        Workload[] slow = Slow(workloads, now, baseline);
        for (int attempt = 2; attempt <= Attempts && slow.Length > 0; attempt++)
        {
            Console.WriteLine($"again (attempt {attempt} of {Attempts}): {string.Join(", ", slow.Select(workload => workload.Name))}");
            foreach ((string name, double ratio) in Measure(reference, slow))
            {
                now[name] = Math.Min(now[name], ratio);
            }

            slow = Slow(slow, now, baseline);
        }

        Array.ForEach(workloads, workload => Print(workload.Name, now, baseline, slow.Contains(workload)));
        Console.WriteLine(slow.Length == 0 ? "gate: passed" : $"gate FAILED: {string.Join(", ", slow.Select(workload => workload.Name))}");
        return slow.Length == 0 ? 0 : Failed;
    }

    private static Dictionary<string, double> Measure(Workload reference, Workload[] workloads)
    {
        Measurement[] measured = Rounds.Measure(RoundCount, [reference, .. workloads]);
        double[] unit = measured[0].Ns;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured[0].Name}: median {measured[0].Median:F2} ns a step; real-time priority in bursts: {Rounds.Priority}"));
        foreach (Measurement one in measured[1..])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Name}: median {one.Median:F1} ns, {1000 / one.Median:F1} M {one.Unit}/s"));
        }

        return measured[1..].ToDictionary(one => one.Name, one => Measurement.MedianOf(one.Ns.Zip(unit, (ns, step) => ns / step)));
    }

    /// <summary>Those that are too slow, and those the baseline does not know.</summary>
    private static Workload[] Slow(Workload[] workloads, Dictionary<string, double> now, SortedDictionary<string, double> baseline) =>
        [.. workloads.Where(workload => !baseline.TryGetValue(workload.Name, out double before) || now[workload.Name] > before * (1 + SlowerBy))];

    private static void Print(string name, Dictionary<string, double> now, SortedDictionary<string, double> baseline, bool isSlow)
    {
        string before = baseline.TryGetValue(name, out double ratio) ? ratio.ToString("F3", CultureInfo.InvariantCulture) : "unknown";
        string change = ratio > 0 ? string.Create(CultureInfo.InvariantCulture, $"{((now[name] / ratio) - 1) * 100:+0;-0;0} %") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isSlow ? "FAIL" : "ok"),-4} {name,-15} before {before,9}  now {now[name],9:F3}  change {change,6}  tolerance +{SlowerBy * 100:F0} %"));
    }
}
