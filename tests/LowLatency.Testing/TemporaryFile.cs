namespace LowLatency.Testing;

/// <summary>A file that is deleted when it is disposed.</summary>
public sealed class TemporaryFile : IDisposable
{
    /// <summary>Writes the bytes under a new name.</summary>
    public TemporaryFile(byte[] bytes, string suffix = "")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"lowlatency-{Guid.NewGuid():N}{suffix}");
        File.WriteAllBytes(Path, bytes);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
