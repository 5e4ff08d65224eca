using Microsoft.Extensions.Configuration;

namespace LowLatency.Hosting.Configuration.Yaml;

/// <summary>A YAML file as a source of configuration.</summary>
public sealed class YamlConfigurationSource : FileConfigurationSource
{
    /// <inheritdoc/>
    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new YamlConfigurationProvider(this);
    }
}
