using LowLatency.Primitives.Metrics;

namespace LowLatency.Latency.Measuring;

/// <summary>A row: a piece of work whose speed is measured in rounds, each of one or more short bursts.</summary>
/// <remarks>
/// To add one, derive from this in a file of its own and add a line to <see cref="Registry"/>, and to <see cref="Gate.GateRows"/> if it must not become slower. The constructor must cost nothing, since it also runs for <c>--list</c>.
/// All members are called on one thread, pinned to the first core, but for <see cref="Partner"/>, which runs at the same time as <see cref="Burst"/> on the second.
/// Only <see cref="Burst"/> is timed. The order of calls:
/// <code>
/// SetUp, then a round over and over: Prepare, (Burst with Partner) until the burst says it was the last, Check; at last Dispose
/// </code>
/// </remarks>
/// <param name="name">What it is called in every output and in the baseline of the gate: <c>family-what</c>.</param>
/// <param name="work">What one operation is, in a line.</param>
internal abstract class Benchmark(string name, string work) : IDisposable
{
    public string Name => name;

    public string Work => work;

    /// <summary>The rows that are set up together, take turns round by round and share data; the first word of the name unless said otherwise.</summary>
    public virtual string Family => name.Split('-')[0];

    public virtual Figure Figure => Figure.Rate;

    /// <summary>The row it is compared with, round by round; null for none. It is measured along even if nobody asked for it.</summary>
    public virtual string? Reference => null;

    /// <summary>1, or 2 if <see cref="Partner"/> is needed.</summary>
    public virtual int Cores => 1;

    /// <summary>Whether bursts may run at a real-time priority; not where they wait for a device or for other threads than the two.</summary>
    public virtual bool MayBeRealTime => true;

    /// <summary>What must come out; empty if nothing is asked for.</summary>
    public virtual IReadOnlyList<Goal> Goals => [];

    /// <summary>Kinds of <c>--data</c> files it runs on.</summary>
    public virtual DataKinds Data => DataKinds.None;

    /// <summary>What a reader of the figure should know: the data it ran on, for one. Asked for after <see cref="SetUp"/>.</summary>
    public virtual string? Note => null;

    /// <summary>Latencies of the present round in nanoseconds; null if it records none. The harness empties it before each round.</summary>
    public virtual LatencyHistogram? Latencies => null;

    /// <summary>Events a consumer found at a time in the present round, on average; null where that means nothing.</summary>
    public virtual double? AverageBatch => null;

    /// <summary>Takes memory and reads or generates data, once.</summary>
    /// <returns>Null, or why it cannot run here: the row is then skipped with that note.</returns>
    public virtual string? SetUp(BenchmarkInput input) => null;

    /// <summary>Makes ready for a round.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Does a part of the round that takes 100 ms at most on a machine of the documented class. Nothing in it may throw.</summary>
    /// <returns>How many operations were done, and whether the round is over.</returns>
    public abstract (long Done, bool IsLast) Burst();

    /// <summary>What the second core does during a burst; it must come back by itself. Nothing in it may throw.</summary>
    public virtual void Partner()
    {
    }

    /// <summary>Checks after a round that all of the work was done.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public virtual void Check()
    {
    }

    public void Dispose() => Release();

    /// <summary>Gives back what <see cref="SetUp"/> took, if it was called.</summary>
    protected virtual void Release()
    {
    }

    /// <summary>For <see cref="Check"/>.</summary>
    protected void Require(long found, long expected, string what)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"{Name}: {what}={found} must be {expected}");
        }
    }
}
