using Xunit;

namespace LowLatency.Testing;

/// <summary>A fact that needs files of the shared data; skipped by name and with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Names the files, relative to the shared folder.</summary>
    public SharedFactAttribute(params string[] files) => Skip = SharedTheoryAttribute.Missing(files);
}
