using Xunit;

namespace LowLatency.Testing;

/// <summary>A theory that needs files of the shared data; skipped by name and with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the files, relative to the shared folder.</summary>
    public SharedTheoryAttribute(params string[] files) => Skip = Missing(files);

    internal static string? Missing(string[] files)
    {
        foreach (string file in files)
        {
            if (SharedData.Find(file, out string reason) is null)
            {
                return reason;
            }
        }

        return null;
    }
}
