using LowLatency.Latency.Measuring;

namespace LowLatency.Latency.Commands;

/// <summary><c>--list</c>: the names of the rows with what each does.</summary>
internal static class ListCommand
{
    public static int Run(TextWriter output)
    {
        Benchmark[] all = Registry.Create();
        int width = all.Max(one => one.Name.Length);
        foreach (Benchmark one in all)
        {
            output.WriteLine($"{one.Name.PadRight(width)}  {one.Work}");
        }

        return ExitCode.Ok;
    }
}
