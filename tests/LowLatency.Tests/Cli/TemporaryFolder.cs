namespace LowLatency.Tests.Cli;

/// <summary>A folder that is deleted with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("lowlatency-").FullName;

    /// <summary>The path of a name in the folder.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Everything in it, by name.</summary>
    public IReadOnlyList<string> Names => [.. Directory.GetFileSystemEntries(_path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
