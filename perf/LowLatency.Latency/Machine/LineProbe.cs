using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Machine;

/// <summary>The raw round trip of a cache line between two cores: one thread stores a number in its line, the other answers with it in another. Nothing can be faster.</summary>
/// <remarks>One thread calls <see cref="Ping"/>, another at the same time <see cref="Pong"/> with the same count.</remarks>
internal sealed unsafe class LineProbe : IDisposable
{
    /// <summary>
    /// What still counts as near, in nanoseconds a round trip. Cores that share a last-level cache answer within 60 to 150 on the machines of this class, others take 400 and more;
    /// the bound is the geometric middle of 105 and 500.
    /// </summary>
    public const double NearBoundNs = 230;

    private const int Groups = 5;
    private const int TripsPerGroup = 400;
    private const int LineBytes = 128;

    private readonly byte* _lines = (byte*)NativeMemory.AlignedAlloc(2 * LineBytes, LineBytes);
    private long _pinged;
    private long _ponged;

    public LineProbe() => NativeMemory.Clear(_lines, 2 * LineBytes);

    private ref long Request => ref *(long*)_lines;

    private ref long Answer => ref *(long*)(_lines + LineBytes);

    /// <summary>What a round trip says about the two cores.</summary>
    public static Placement PlacementOf(double roundTripNs) => roundTripNs <= NearBoundNs ? Placement.Near : Placement.Far;

    /// <summary>Measures: the median of a few groups of round trips, in nanoseconds each, so that a single interruption does not count.</summary>
    public double Measure()
    {
        Span<double> ns = stackalloc double[Groups];
        for (int group = 0; group < Groups; group++)
        {
            long start = Stopwatch.GetTimestamp();
            Ping(TripsPerGroup);
            ns[group] = (Stopwatch.GetTimestamp() - start) * (1e9 / Stopwatch.Frequency) / TripsPerGroup;
        }

        ns.Sort();
        return ns[Groups / 2];
    }

    /// <summary>The other side of <see cref="Measure"/>.</summary>
    public void AnswerMeasure() => Pong(Groups * TripsPerGroup);

    /// <summary>Sends so many requests, each after the answer to the one before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Ping(int trips)
    {
        ref long request = ref Request;
        ref long answer = ref Answer;
        long at = _pinged;
        for (long last = at + trips; at < last;)
        {
            Volatile.Write(ref request, ++at);
            while (Volatile.Read(ref answer) != at)
            {
            }
        }

        _pinged = at;
    }

    /// <summary>Answers so many requests.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Pong(int trips)
    {
        ref long request = ref Request;
        ref long answer = ref Answer;
        long at = _ponged;
        for (long last = at + trips; at < last;)
        {
            at++;
            while (Volatile.Read(ref request) != at)
            {
            }

            Volatile.Write(ref answer, at);
        }

        _ponged = at;
    }

    /// <summary>As <see cref="Ping"/> with a pause instruction in each turn of the wait.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void PingPausing(int trips)
    {
        ref long request = ref Request;
        ref long answer = ref Answer;
        long at = _pinged;
        for (long last = at + trips; at < last;)
        {
            Volatile.Write(ref request, ++at);
            while (Volatile.Read(ref answer) != at)
            {
                Spin.Pause();
            }
        }

        _pinged = at;
    }

    /// <summary>As <see cref="Pong"/> with a pause instruction in each turn of the wait.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void PongPausing(int trips)
    {
        ref long request = ref Request;
        ref long answer = ref Answer;
        long at = _ponged;
        for (long last = at + trips; at < last;)
        {
            at++;
            while (Volatile.Read(ref request) != at)
            {
                Spin.Pause();
            }

            Volatile.Write(ref answer, at);
        }

        _ponged = at;
    }

    public void Dispose() => NativeMemory.AlignedFree(_lines);
}
