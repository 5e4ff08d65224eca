namespace LowLatency.Cli.Input;

/// <summary>Checks of the files a command names, before anything is done.</summary>
internal static class CommandFiles
{
    /// <summary>The file is there, is not a directory and not empty.</summary>
    /// <exception cref="CommandException">It is not.</exception>
    public static FileInfo RequireInput(string path)
    {
        if (Directory.Exists(path))
        {
            throw CommandException.Usage($"{path}: is a directory, not a file");
        }

        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw CommandException.Usage($"{path}: there is no such file");
        }

        try
        {
            using FileStream opened = file.OpenRead();
            return opened.ReadByte() >= 0 ? file : throw CommandException.Usage($"{path}: the file is empty");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Usage($"{path}: cannot be read: {refused.Message}");
        }
    }

    /// <summary>The file can be made: its folder is there and it is not a directory nor an input. A null path is fine.</summary>
    /// <exception cref="CommandException">It cannot.</exception>
    public static void RequireOutput(string? path, params string?[] inputs)
    {
        if (path is null)
        {
            return;
        }

        string full = FullPath(path);
        if (Directory.Exists(full))
        {
            throw CommandException.Usage($"{path}: is a directory, not a file");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw CommandException.Usage($"{path}: there is no such folder");
        }

        if (inputs.Any(input => input is not null && FullPath(input) == full))
        {
            throw CommandException.Usage($"{path}: is an input and would be overwritten");
        }
    }

    /// <summary>As <see cref="RequireOutput"/>, of a file that is never overwritten.</summary>
    /// <exception cref="CommandException">It cannot be made, or is there already.</exception>
    public static void RequireNew(string? path)
    {
        RequireOutput(path);
        if (File.Exists(path))
        {
            throw CommandException.Usage($"{path}: is there already, and a journal is not overwritten");
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (ArgumentException)
        {
            throw CommandException.Usage($"'{path}' is no path");
        }
    }
}
