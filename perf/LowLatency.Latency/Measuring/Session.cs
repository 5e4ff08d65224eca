using System.Diagnostics;
using LowLatency.Latency.Machine;

namespace LowLatency.Latency.Measuring;

/// <summary>Measures benchmarks: family by family, warmed up, then round by round in turn, so that what disturbs the machine for a while disturbs all and a ratio within a round means something.</summary>
/// <remarks>
/// A family's rows on two cores get further rounds, up to three times as many, until they have as many near samples as rounds were asked for.
/// References nobody asked for are measured along and reported as well; a reference of several families is measured in each, and its row has all samples.
/// </remarks>
/// <param name="registry">Makes all rows anew, those that are measured and their references among them.</param>
/// <param name="cores">The threads to measure on.</param>
/// <param name="rounds">How many rounds, 1 or more.</param>
/// <param name="data">The user's file; null for none.</param>
internal sealed class Session(Func<Benchmark[]> registry, CorePair cores, int rounds, DataFile? data)
{
    private const int LeastWarmupRounds = 4;
    private const int MostRoundsFactor = 3;

    private static readonly TimeSpan LeastWarmup = TimeSpan.FromSeconds(0.8);

    private readonly Dictionary<string, Row> _rows = [];

    /// <summary>Told what is done next, for a progress display.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Measures the benchmarks of these names.</summary>
    /// <returns>A row each and one for each reference they need, in the order of the registry.</returns>
    /// <exception cref="InvalidOperationException">A benchmark did not do its work.</exception>
    public IReadOnlyList<Row> Measure(IReadOnlyCollection<string> names)
    {
        Benchmark[] all = registry();
        foreach (string family in all.Where(one => names.Contains(one.Name)).Select(one => one.Family).Distinct())
        {
            MeasureFamily(family, names);
        }

        return [.. all.Where(one => _rows.ContainsKey(one.Name)).Select(one => _rows[one.Name])];
    }

    private void MeasureFamily(string family, IReadOnlyCollection<string> names)
    {
        Benchmark[] all = registry();
        HashSet<string> chosen = [.. all.Where(one => one.Family == family && names.Contains(one.Name)).Select(one => one.Name)];
        chosen.UnionWith(all.Where(one => chosen.Contains(one.Name)).Select(one => one.Reference).OfType<string>());
        using BenchmarkInput input = new(data);
        List<Benchmark> ready = [];
        try
        {
            foreach (Benchmark benchmark in all.Where(one => chosen.Contains(one.Name)))
            {
                if (SetUp(benchmark, input))
                {
                    ready.Add(benchmark);
                }
            }

            ready.ForEach(WarmUp);
            RunRounds(family, ready);
        }
        finally
        {
            ready.ForEach(one => cores.OnFirst(one.Dispose));
        }
    }

    private bool SetUp(Benchmark benchmark, BenchmarkInput input)
    {
        Progress($"{benchmark.Name}: setting up");
        if (!_rows.TryGetValue(benchmark.Name, out Row? row))
        {
            _rows[benchmark.Name] = row = new(benchmark);
        }

        string? reason = benchmark.Cores > cores.Cores ? "needs two cores, the process may use one" : null;
        if (reason is null)
        {
            cores.OnFirst(() => reason = benchmark.SetUp(input));
        }

        row.Skipped = reason;
        row.Note = reason is null ? benchmark.Note : null;
        return reason is null;
    }

    private void WarmUp(Benchmark benchmark)
    {
        Progress($"{benchmark.Name}: warming up");
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < LeastWarmupRounds || Stopwatch.GetElapsedTime(start) < LeastWarmup; round++)
        {
            Round(benchmark, realTime: false);
        }
    }

    private void RunRounds(string family, List<Benchmark> ready)
    {
        for (int round = 1; round <= rounds * MostRoundsFactor; round++)
        {
            List<Benchmark> due = [.. ready.Where(one => round <= rounds || LacksNearSamples(one))];
            due.AddRange(ready.Where(one => !due.Contains(one) && due.Exists(other => other.Reference == one.Name)));
            if (due.Count == 0)
            {
                return;
            }

            Progress($"{family}: round {round}");
            Dictionary<string, Sample> samples = ready.Where(due.Contains).ToDictionary(one => one.Name, one => Round(one, realTime: true));
            due.ForEach(one => Keep(one, samples));
        }
    }

    private bool LacksNearSamples(Benchmark benchmark) =>
        benchmark.Cores == 2 && _rows[benchmark.Name].Samples.Count(sample => sample.IsJudged) < rounds;

    private void Keep(Benchmark benchmark, Dictionary<string, Sample> samples)
    {
        Sample sample = samples[benchmark.Name];
        if (benchmark.Reference is { } name && samples.TryGetValue(name, out Sample? reference) && reference.IsJudged == sample.IsJudged)
        {
            bool sameUnit = (_rows[name].Figure == Figure.Rate) == (benchmark.Figure == Figure.Rate);
            sample = sample with { ReferenceValue = sameUnit ? reference.Value : 1e9 / reference.Value };
        }

        _rows[benchmark.Name].Add(sample, benchmark.Latencies);
    }

    private Sample Round(Benchmark benchmark, bool realTime)
    {
        benchmark.Latencies?.Reset();
        cores.OnFirst(benchmark.Prepare);
        long done = 0;
        double ns = 0;
        double line = 0;
        int cut = 0;
        ThreadUse first = default;
        ThreadUse second = default;
        BurstResult burst;
        do
        {
            burst = cores.Run(benchmark, realTime);
            done += burst.Done;
            ns += burst.Ns;
            line = Math.Max(line, Math.Max(burst.ProbeBeforeNs, burst.ProbeAfterNs));
            first += burst.First;
            second += burst.Second;
            cut += burst.WasCut ? 1 : 0;
        }
        while (!burst.IsLast);

        cores.OnFirst(benchmark.Check);
        Placement? placement = benchmark.Cores < 2 ? null : LineProbe.PlacementOf(line);
        return new(ValueOf(benchmark, done, ns), null, placement, line, first, second, benchmark.AverageBatch, cut);
    }

    private static double ValueOf(Benchmark benchmark, long done, double ns) => benchmark.Figure switch
    {
        Figure.Rate => done * 1e9 / ns,
        Figure.MeanTime => ns / done,
        _ => benchmark.Latencies!.ValueAtPercentile(50),
    };
}
