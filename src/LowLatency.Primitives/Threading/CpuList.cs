using System.Globalization;
using System.Text;

namespace LowLatency.Primitives.Threading;

/// <summary>Core numbers in the notation of Linux: numbers and ranges with commas between, "0-3,8".</summary>
public static class CpuList
{
    /// <summary>The largest number that is read; beyond it a text is not taken for a list.</summary>
    public const int LargestCore = 8191;

    /// <summary>Reads a list; the empty text is the empty list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cores">Ascending, each once.</param>
    /// <returns>False, with no cores, if it is no such list.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int[] cores)
    {
        SortedSet<int> found = [];
        cores = [];
        text = text.Trim();
        foreach (Range part in text.Split(','))
        {
            if (!text.IsEmpty && !TryAdd(text[part], found))
            {
                return false;
            }
        }

        cores = [.. found];
        return true;
    }

    /// <summary>Writes a list, with ranges where numbers follow each other; "none" if it is empty.</summary>
    public static string Format(IEnumerable<int> cores)
    {
        int[] sorted = [.. cores.Distinct().Order()];
        StringBuilder text = new();
        for (int i = 0; i < sorted.Length; i++)
        {
            int first = sorted[i];
            while (i + 1 < sorted.Length && sorted[i + 1] == sorted[i] + 1)
            {
                i++;
            }

            text.Append(text.Length > 0 ? "," : "").Append(first);
            if (sorted[i] > first)
            {
                text.Append('-').Append(sorted[i]);
            }
        }

        return text.Length == 0 ? "none" : text.ToString();
    }

    private static bool TryAdd(ReadOnlySpan<char> part, SortedSet<int> found)
    {
        int dash = part.IndexOf('-');
        if (!TryNumber(dash < 0 ? part : part[..dash], out int first) || !TryNumber(dash < 0 ? part : part[(dash + 1)..], out int last) || last < first)
        {
            return false;
        }

        for (int core = first; core <= last; core++)
        {
            found.Add(core);
        }

        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= LargestCore;
}
