using System.Diagnostics;
using System.Globalization;
using LowLatency.Gateways.Feeds;
using LowLatency.Gateways.Feeds.Itch;
using LowLatency.Gateways.Feeds.Itch.Books;
using LowLatency.Testing.Itch;

namespace LowLatency.Benchmarks.Itch;

/// <summary>Messages per second of decoding and of book building on a generated day in memory, one thread, several rounds; every round's counts are checked.</summary>
internal static class ItchBenchmark
{
    private const int Rounds = 9;

    /// <summary>Runs <c>itch-decode</c> or <c>itch-books</c> with <c>--symbols N</c> and <c>--messages N</c>; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        int symbols = Option(args, "--symbols", 100);
        ItchDay day = ItchDay.Generate(symbols, Option(args, "--messages", 5_000_000));
        Console.WriteLine($"{args[0]}: {day.Messages:N0} messages, {symbols:N0} symbols, {day.Bytes.Length:N0} bytes, {day.LiveOrders:N0} orders at the end");
        double[] rates = [.. Enumerable.Range(0, Rounds).Select(_ => args[0] == "itch-decode" ? Decode(day) : Build(day)).Order()];
        Console.WriteLine($"M messages/s of {Rounds} rounds: best {rates[^1]:F1}, median {rates[Rounds / 2]:F1}, worst {rates[0]:F1}");
        return 0;
    }

    private static double Decode(ItchDay day)
    {
        FeedAnomalies anomalies = new();
        ItchSumHandler handler = default;
        FeedPosition position = new(0, 1, 0);
        long start = Stopwatch.GetTimestamp();
        DecodeAll(day.Bytes, ref position, ref handler, anomalies);
        double rate = day.Messages / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        Check(handler.Messages, day.Messages, "messages");
        Check(handler.Orders, day.CountByType['A'] + day.CountByType['F'], "orders");
        Check(anomalies.Total, 0, "anomalies");
        return rate;
    }

    private static double Build(ItchDay day)
    {
        FeedAnomalies anomalies = new();
        using ItchBooks books = new(anomalies, 1 << 18, day.LastReference);
        ItchBooksHandler handler = new(books);
        FeedPosition position = new(0, 1, 0);
        long start = Stopwatch.GetTimestamp();
        DecodeAll(day.Bytes, ref position, ref handler, anomalies);
        double rate = day.Messages / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        Check(position.Sequence - 1, day.Messages, "messages");
        Check(books.Orders.Count, day.LiveOrders, "orders");
        Check(anomalies.Total, 0, "anomalies");
        return rate;
    }

    /// <summary>In pieces of the size a reader hands on, so that the loop is entered often enough to be optimised.</summary>
    private static void DecodeAll<THandler>(byte[] bytes, ref FeedPosition position, ref THandler handler, FeedAnomalies anomalies)
        where THandler : struct, IItchHandler
    {
        int at = 0;
        int taken;
        while ((taken = ItchFrames.Decode(bytes.AsSpan(at), ref position, 4096, ref handler, anomalies)) > 0)
        {
            at += taken;
        }
    }

    private static void Check(long actual, long expected, string what)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"{what}={actual}, expected {expected}");
        }
    }

    private static int Option(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 || at + 1 == args.Length ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }
}
