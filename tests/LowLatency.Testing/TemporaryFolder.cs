namespace LowLatency.Testing;

/// <summary>A new empty folder that is deleted with all it holds.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string FullName { get; } = Directory.CreateTempSubdirectory("lowlatency").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(FullName, name);

    /// <summary>Deletes it.</summary>
    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
