using System.Runtime.InteropServices;

namespace LowLatency.Latency.Measuring;

/// <summary>Where two threads wait for each other spinning, so that both go on within one cache-line transfer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct SpinBarrier
{
    [FieldOffset(128)]
    private long _arrived;

    /// <summary>Waits until the other thread has come this far as well.</summary>
    /// <param name="passed">The caller's own count of barriers passed; starts at 0.</param>
    public void Arrive(ref long passed)
    {
        passed++;
        Interlocked.Increment(ref _arrived);
        while (Volatile.Read(ref _arrived) < passed * 2)
        {
            Spin.Pause();
        }
    }
}
