using Xunit;

namespace LowLatency.Testing;

/// <summary>A theory that runs a program of the system; skipped by name where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the programs.</summary>
    public ToolTheoryAttribute(params string[] tools) => Skip = Missing(tools);

    internal static string? Missing(string[] tools)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? missing = OperatingSystem.IsLinux() ? tools.FirstOrDefault(tool => !folders.Any(folder => File.Exists(Path.Join(folder, tool)))) : "Linux";
        return missing is null ? null : $"needs {missing}, which is not here";
    }
}
