namespace LowLatency.Primitives.Threading;
/// <summary>w</summary>
public static class CpuAffinity
{
    /// <summary>w</summary>
    public static (bool Ok, string Message) Pin(int core) => (false, "not pinned" + core);
}
