using LowLatency.Primitives.Files;
using LowLatency.Primitives.Threading;

namespace LowLatency.Testing.Hosts;

/// <summary>The files of a made-up Linux host in a temporary folder: what /proc, /sys and /etc would say there.</summary>
public sealed partial class FakeHost : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The folder that stands for "/".</summary>
    public string Root => _folder.FullName;

    /// <summary>Its files.</summary>
    public SystemFiles Files => new(Root);

    /// <summary>Its cores.</summary>
    public CpuTopology Topology => CpuTopology.Read(Files);

    /// <summary>Writes a file, with the folders it needs.</summary>
    public FakeHost Write(string path, string text)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
        return this;
    }

    /// <summary>Takes a file or a folder with all it holds away.</summary>
    public FakeHost Remove(string path)
    {
        string name = PathOf(path);
        if (Directory.Exists(name))
        {
            Directory.Delete(name, recursive: true);
        }
        else
        {
            File.Delete(name);
        }

        return this;
    }

    /// <summary>The content of a file without the end of its line.</summary>
    public string Text(string path) => File.ReadAllText(PathOf(path)).TrimEnd('\n');

    /// <summary>Where a file of the host really is.</summary>
    public string PathOf(string path) => Path.Join(Root, path);

    /// <summary>Every folder (with a slash at the end) and every file with its content, ordered. Of a choice like "always [madvise] never" only what is chosen.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
            .Select(entry => (Name: entry[Root.Length..], Content: Directory.Exists(entry) ? null : File.ReadAllText(entry)))
            .Select(entry => entry.Content is null ? $"{entry.Name}/" : $"{entry.Name}={Chosen(entry.Content)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string Chosen(string content)
    {
        int open = content.IndexOf('[', StringComparison.Ordinal);
        int close = content.IndexOf(']', StringComparison.Ordinal);
        return open >= 0 && close > open && !content.TrimEnd('\n').Contains('\n') ? content[(open + 1)..close] + "\n" : content;
    }
}
