using System.Runtime.InteropServices;

namespace LowLatency.Hosting.Doctor.Measuring;

/// <summary>Two numbers on cache lines of their own, two lines apart from each other and from what else lies on the heap.</summary>
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct PingPongLines
{
    [FieldOffset(128)]
    public long Ping;

    [FieldOffset(256)]
    public long Pong;
}
