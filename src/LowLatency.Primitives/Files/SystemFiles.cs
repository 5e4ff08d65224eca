using System.Text;

namespace LowLatency.Primitives.Files;

/// <summary>
/// Reads the small text files in which Linux tells about itself: /proc, /sys, /etc. Their root can be another folder, so that a copy of another
/// host's files can be looked at. Never throws for what it finds there; where nothing is, as on Windows, everything is unknown with the reason.
/// </summary>
public sealed class SystemFiles
{
    /// <summary>At most so much of a file is read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private const string HostRoot = "/";

    private readonly string _root;

    /// <summary>Reads below a folder.</summary>
    /// <param name="root">The folder that stands for "/".</param>
    public SystemFiles(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        _root = root;
    }

    /// <summary>The files of this host.</summary>
    public static SystemFiles Host { get; } = new(HostRoot);

    /// <summary>Whether these are the files of this host, not a copy of another's.</summary>
    public bool IsHost => _root == HostRoot;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute, as on the host: /proc/cmdline.</param>
    public SystemText Read(string path)
    {
        try
        {
            using FileStream file = new(Locate(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new(ReadAll(file).Trim(), "");
        }
        catch (Exception refused) when (IsExpected(refused))
        {
            return new(null, Reason(path, refused));
        }
    }

    /// <summary>The names of the folders, and of the links to folders, in a folder, ordered; none where it cannot be read.</summary>
    /// <param name="path">Absolute, as on the host.</param>
    public IReadOnlyList<string> Folders(string path)
    {
        try
        {
            return [.. Directory.GetDirectories(Locate(path)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
        }
        catch (Exception refused) when (IsExpected(refused))
        {
            return [];
        }
    }

    /// <summary>Whether a file or folder is there.</summary>
    /// <param name="path">Absolute, as on the host.</param>
    public bool Exists(string path) => Path.Exists(Locate(path));

    private static string ReadAll(FileStream file)
    {
        byte[] buffer = new byte[4096];
        using MemoryStream content = new();
        for (int read; content.Length < MaxBytes && (read = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)Math.Min(content.Length, MaxBytes));
    }

    private static bool IsExpected(Exception refused) => refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static string Reason(string path, Exception refused) => refused switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"there is no {path}",
        UnauthorizedAccessException => $"{path} may not be read",
        _ => $"{path} cannot be read",
    };

    private string Locate(string path) => _root.TrimEnd('/') + path;
}
