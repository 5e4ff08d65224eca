using System.Globalization;

namespace LowLatency.Benchmarks.Measuring;

/// <summary>Options of a verb, <c>--name value</c>.</summary>
internal static class Options
{
    public static int Number(string[] args, string name, int otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 || at + 1 == args.Length ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }
}
