using System.Runtime.CompilerServices;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>Sends back every number that comes.</summary>
internal sealed class PongThread(int core, LinePair pair) : BurstThread(core)
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Burst()
    {
        while (MayRun)
        {
            long sent = Volatile.Read(ref pair.Lines.Ping);
            if (sent != pair.Lines.Pong)
            {
                Volatile.Write(ref pair.Lines.Pong, sent);
            }
        }
    }
}
