using System.Diagnostics;
using System.Runtime.CompilerServices;
using LowLatency.Primitives.Metrics;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>Sends a number and waits for it to come back, without a pause instruction; records the mean of every <see cref="Group"/> round trips.</summary>
internal sealed class PingThread(int core, LinePair pair) : BurstThread(core)
{
    /// <summary>Round trips a recorded value is the mean of: the clock is read so seldom that its own cost does not count.</summary>
    public const int Group = 100;

    private const int Parts = 10;

    private static readonly double PartsPerTick = Parts * 1e9 / Stopwatch.Frequency / Group;

    private long _sent;

    /// <summary>Mean round trips of groups, in tenths of ns. Complete between bursts.</summary>
    public LatencyHistogram RoundTrips { get; } = new(1, 1_000_000_000, 3);

    /// <summary>A recorded value in ns.</summary>
    public static double Ns(long recorded) => (double)recorded / Parts;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Burst()
    {
        while (MayRun)
        {
            long started = Stopwatch.GetTimestamp();
            if (!TryGroup())
            {
                return;
            }

            RoundTrips.Record((long)((Stopwatch.GetTimestamp() - started) * PartsPerTick));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryGroup()
    {
        for (int i = 0; i < Group; i++)
        {
            Volatile.Write(ref pair.Lines.Ping, ++_sent);
            while (Volatile.Read(ref pair.Lines.Pong) != _sent)
            {
                if (!MayRun)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
