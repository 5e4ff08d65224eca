using LowLatency.Latency.Itch;
using LowLatency.Latency.Matching;
using LowLatency.Latency.Measuring;
using LowLatency.Latency.Orders;
using LowLatency.Latency.Replay;
using LowLatency.Markets.Data;
using LowLatency.Markets.Recording;
using LowLatency.Primitives.Messaging;
using LowLatency.Replay.Driver;
using LowLatency.Replay.Generation;
using LowLatency.Replay.Results;

namespace LowLatency.Benchmarks.Allocations;

/// <summary>The verb <c>allocations</c>: bytes per operation of every hot path, exactly, after warm-up; fails if any is not 0.</summary>
/// <remarks>Nothing here depends on time or chance, so that a failure is one and repeats.</remarks>
internal static class AllocationVerb
{
    private const int Orders = 20_000;
    private const int Symbols = 100;
    private const int Messages = 500_000;

    public static int Run()
    {
        AllocationFigure[] figures = [.. OrderPaths(), .. Feeds(), Matching(), .. Replays(), RecordingRead()];
        Console.WriteLine($"{"path",-34} {"thread",-10} {"operations",12} {"bytes",10} {"bytes/operation",16}");
        foreach (AllocationFigure figure in figures)
        {
            Console.WriteLine($"{figure.Path,-34} {figure.Thread,-10} {figure.Operations,12:N0} {figure.Bytes,10:N0} {(double)figure.Bytes / figure.Operations,16:0.######}");
        }

        AllocationFigure[] failed = [.. figures.Where(figure => figure.Bytes != 0)];
        Console.WriteLine(failed.Length == 0 ? $"allocations: all {figures.Length} are 0" : $"allocations FAILED: {string.Join(", ", failed.Select(figure => $"{figure.Path} on {figure.Thread}"))}");
        return failed.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<AllocationFigure> OrderPaths()
    {
        using OrderInline passThrough = new();
        yield return AllocationFigure.OfSecond("order, pass-through venue, inline", () => passThrough.Run(Orders) / OrderInline.UnitsPerOrder);
        foreach (OrderTraffic traffic in Enum.GetValues<OrderTraffic>())
        {
            using OrderPath path = new(ownThread: false);
            yield return AllocationFigure.OfSecond($"order {traffic}, journal, inline", () => path.Run(traffic, Orders));
        }

        foreach (OrderTraffic traffic in Enum.GetValues<OrderTraffic>())
        {
            string name = $"order {traffic}, journal, threaded";
            using OrderPath path = new(ownThread: true);
            AllocationFigure strategy = AllocationFigure.OfSecond(name, () =>
            {
                path.MarkWarm();
                return path.Run(traffic, Orders);
            });
            yield return strategy with { Thread = "strategy" };
            yield return strategy with { Thread = "engine", Bytes = path.Stop() };
        }
    }

    private static IEnumerable<AllocationFigure> Feeds()
    {
        using BenchmarkInput input = new(null);
        using ItchDecodeBenchmark decode = new("itch-decode", Symbols, Messages);
        decode.SetUp(input);
        yield return OfBursts(decode, decode.Prepare);

        // The first pass opens the books. The second meets the references of the first again, so it is the path of faults as well.
        using ItchBooksBenchmark books = new("itch-books", Symbols, Messages, backlog: true);
        books.SetUp(input);
        books.Prepare();
        yield return OfBursts(books, books.Rewind);
    }

    private static AllocationFigure Matching()
    {
        using BenchmarkInput input = new(null);
        using MatchAloneBenchmark match = new("match", GeneratedOrderFlow.Normal);
        match.SetUp(input);
        return OfBursts(match, match.Prepare);
    }

    private static AllocationFigure OfBursts(Benchmark benchmark, Action prepare)
    {
        long Pass()
        {
            long operations = 0;
            bool isLast;
            do
            {
                (long done, isLast) = benchmark.Burst();
                operations += done;
            }
            while (!isLast);

            return operations;
        }

        prepare();
        Pass();
        prepare();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long done = Pass();
        return new(benchmark.Name, "caller", done, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IEnumerable<AllocationFigure> Replays()
    {
        using ReplayRecording byOrder = Sessions.ByOrder();
        using ReplayRecording byLevel = Sessions.ByLevel();
        yield return Replay("replay L3, quoting, inline", "driver", byOrder, true, null);
        yield return Replay("replay L2, quoting, inline", "driver", byLevel, false, null);
        yield return Replay("replay L3, quoting, threaded", "engine", byOrder, true, new YieldingWaitStrategy());
    }

    private static AllocationFigure Replay(string path, string thread, ReplayRecording recording, bool byOrder, IWaitStrategy? wait)
    {
        ReplaySummary summary = RunReplay(recording, byOrder, wait);
        summary = RunReplay(recording, byOrder, wait);
        return summary.Fills > 0 ? new(path, thread, summary.MarketEvents, summary.AllocatedBytes) : throw new InvalidOperationException($"{path}: fills={summary.Fills}");
    }

    private static ReplaySummary RunReplay(ReplayRecording recording, bool byOrder, IWaitStrategy? wait)
    {
        using ReplayBench bench = new(recording, byOrder, recording.Instruments.Count, wait);
        return bench.Run();
    }

    private static AllocationFigure RecordingRead()
    {
        using RecordingReader reader = RecordingReader.FromBytes(SessionGenerator.ToRecording());
        MarketEvent[] events = new MarketEvent[256];
        RecordingEventSource[] passes = [new(reader), new(reader)];
        int pass = 0;
        return AllocationFigure.OfSecond("recording read", () =>
        {
            RecordingEventSource source = passes[pass++];
            long read = 0;
            for (int got; (got = source.Read(events)) > 0; read += got)
            {
            }

            return read;
        });
    }
}
