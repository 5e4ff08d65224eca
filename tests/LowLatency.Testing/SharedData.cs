namespace LowLatency.Testing;

/// <summary>Finds the folder of reference vectors and recordings that lies outside the repository.</summary>
public static class SharedData
{
    private static readonly string? Root = FindRoot();

    /// <summary>The path of a file or folder of the shared data, or null with the reason why there is none.</summary>
    public static string? Find(string relativePath, out string reason)
    {
        if (Root is null)
        {
            reason = "no shared folder: set LOWLATENCY_SHARED or put 'shared' beside the repository";
            return null;
        }

        string path = Path.Combine(Root, relativePath);
        if (File.Exists(path) || Directory.Exists(path))
        {
            reason = "";
            return path;
        }

        reason = $"the shared folder has no {relativePath}";
        return null;
    }

    /// <summary>The path of a file that <see cref="SharedFactAttribute"/> has found.</summary>
    public static string PathOf(string relativePath) => Find(relativePath, out string reason) ?? throw new FileNotFoundException(reason);

    private static string? FindRoot()
    {
        string? named = Environment.GetEnvironmentVariable("LOWLATENCY_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LowLatency.sln")))
            {
                string beside = Path.Combine(folder.FullName, "..", "shared");
                return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
            }
        }

        return null;
    }
}
