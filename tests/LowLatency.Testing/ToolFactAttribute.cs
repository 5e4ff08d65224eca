using Xunit;

namespace LowLatency.Testing;

/// <summary>A fact that runs a program of the system; skipped by name where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Names the programs.</summary>
    public ToolFactAttribute(params string[] tools) => Skip = ToolTheoryAttribute.Missing(tools);
}
