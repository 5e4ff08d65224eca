namespace LowLatency.Hosting.Configuration;

/// <summary>Finds the name somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest insertions, deletions and substitutions away, if that is at most a third of the longer of the two, or one begins with the other.</summary>
    public static string? Of(string written, IEnumerable<string> candidates) =>
        candidates
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(c => c.Distance * 3 <= Math.Max(written.Length, c.Name.Length) || IsStart(written, c.Name))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();

    private static bool IsStart(string written, string name) =>
        Math.Min(written.Length, name.Length) >= 3
        && (name.StartsWith(written, StringComparison.OrdinalIgnoreCase) || written.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static int Distance(string written, string name)
    {
        string a = written.Length > 64 ? written[..64] : written;
        int[] row = [.. Enumerable.Range(0, name.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= name.Length; j++)
            {
                int change = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(name[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[name.Length];
    }
}
