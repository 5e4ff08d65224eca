using LowLatency.Hosting.Configuration.Yaml;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace LowLatency.Hosting.Configuration;

/// <summary>Reads a configuration file, YAML or JSON by its extension.</summary>
public static class ConfigurationFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 1 << 20;

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or has wrong keys or values; lists every fault.</exception>
    public static RunSettings Load(string path) => RunSettingsReader.Read(ReadKeys(path), path);

    /// <summary>Reads a file's keys and values without looking at what they say.</summary>
    /// <exception cref="ConfigurationException">The file is missing, too large, of another kind, or not well-formed.</exception>
    public static IConfigurationRoot ReadKeys(string path)
    {
        FileInfo file = new(path);
        if (Directory.Exists(path))
        {
            throw Wrong(path, "is a directory, not a file");
        }

        if (!file.Exists)
        {
            throw Wrong(path, "there is no such file");
        }

        if (file.Length > MaxBytes)
        {
            throw Wrong(path, $"size={file.Length} bytes must be at most {MaxBytes}");
        }

        using PhysicalFileProvider folder = new(file.DirectoryName!, ExclusionFilters.None);
        IConfigurationBuilder builder = new ConfigurationBuilder().SetFileProvider(folder);
        try
        {
            return Add(builder, file).Build();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, wrong.GetBaseException().Message);
        }
    }

    private static IConfigurationBuilder Add(IConfigurationBuilder builder, FileInfo file) => file.Extension.ToUpperInvariant() switch
    {
        ".YAML" or ".YML" => builder.AddYamlFile(file.Name),
        ".JSON" => builder.AddJsonFile(file.Name, optional: false),
        _ => throw Wrong(file.ToString(), $"extension='{file.Extension}' must be .yaml, .yml or .json"),
    };

    private static ConfigurationException Wrong(string path, string fault) => new(path, [fault]);
}
