namespace LowLatency.Primitives.Files;

/// <summary>What a system file says, or why that is not known.</summary>
/// <param name="Text">The content without surrounding white space; null where it could not be read.</param>
/// <param name="Reason">Why it could not be read, with the path; empty where it could.</param>
public readonly record struct SystemText(string? Text, string Reason)
{
    /// <summary>Whether the file could be read.</summary>
    public bool IsKnown => Text is not null;
}
