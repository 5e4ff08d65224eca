using System.Diagnostics;
using LowLatency.Primitives.Threading;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>
/// Lets threads work at the same time, in bursts of at most <see cref="LongestMs"/> with rests between, so that a real-time thread never takes a core for long.
/// The thread that ends them stands one priority above them and sleeps meanwhile, so it comes to run although they spin on every core.
/// </summary>
internal static class Bursts
{
    /// <summary>The longest burst, in milliseconds.</summary>
    public const int LongestMs = 50;

    private const int RestMs = 10;

    /// <summary>Runs bursts.</summary>
    /// <param name="total">How long all bursts take together.</param>
    /// <param name="threads">Stay the caller's.</param>
    /// <returns>How long they really took together.</returns>
    public static TimeSpan Run(TimeSpan total, params IReadOnlyList<BurstThread> threads)
    {
        TimeSpan taken = TimeSpan.Zero;
        Thread controller = new(() => taken = Control(total, threads)) { Name = "probe controller", IsBackground = true };
        controller.Start();
        controller.Join();
        return taken;
    }

    private static TimeSpan Control(TimeSpan total, IReadOnlyList<BurstThread> threads)
    {
        ThreadPriorityControl.SetRealTime(BurstThread.Priority + 1);
        TimeSpan taken = TimeSpan.Zero;
        while (taken < total)
        {
            long started = Stopwatch.GetTimestamp();
            foreach (BurstThread thread in threads)
            {
                thread.Begin();
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(Math.Clamp((total - taken).TotalMilliseconds, 1, LongestMs)));
            foreach (BurstThread thread in threads)
            {
                thread.End();
            }

            foreach (BurstThread thread in threads)
            {
                thread.WaitForEnd();
            }

            taken += Stopwatch.GetElapsedTime(started);
            Thread.Sleep(RestMs);
        }

        ThreadPriorityControl.SetNormal();
        return taken;
    }
}
