using Microsoft.Extensions.Configuration;

namespace LowLatency.Hosting.Configuration.Yaml;

/// <summary>Adds YAML files to a configuration, as <c>AddJsonFile</c> adds JSON files.</summary>
public static class YamlConfigurationExtensions
{
    /// <summary>Adds a YAML file; its values override those of earlier sources.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file, relative to the builder's file provider.</param>
    /// <param name="optional">Whether the file may be missing.</param>
    public static IConfigurationBuilder AddYamlFile(this IConfigurationBuilder builder, string path, bool optional = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<YamlConfigurationSource>(source =>
        {
            source.Path = path;
            source.Optional = optional;
            source.ResolveFileProvider();
        });
    }
}
