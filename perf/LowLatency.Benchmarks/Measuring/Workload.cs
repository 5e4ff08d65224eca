namespace LowLatency.Benchmarks.Measuring;

/// <summary>A piece of work whose time is measured: some rounds, each of one or more short bursts.</summary>
internal abstract class Workload(string name, string unit) : IDisposable
{
    /// <summary>What it is called in every output and in the baseline of the gate.</summary>
    public string Name => name;

    /// <summary>What is counted, in the plural.</summary>
    public string Unit => unit;

    /// <summary>Whether bursts may run at a real-time priority; not where they wait for a device.</summary>
    public virtual bool MayBeRealTime => true;

    /// <summary>Makes ready for a round; not timed.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Does a part of the round that takes 100 ms at most on a machine of the documented class; only this is timed.</summary>
    /// <returns>How many of <see cref="Unit"/> were done, and whether the round is over.</returns>
    public abstract (long Done, bool IsLast) Burst();

    /// <summary>Checks after a round that the work was done; not timed.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public virtual void Check()
    {
    }

    public void Dispose() => Release();

    /// <summary>Gives back what the workload took.</summary>
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
