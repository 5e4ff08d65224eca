using Microsoft.Extensions.Configuration;
using YamlDotNet.Core;

namespace LowLatency.Hosting.Configuration.Yaml;

/// <summary>Reads a YAML file into keys. Lists get their index from 0 as key, so that a YAML file and a JSON file of the same content give the same keys.</summary>
/// <param name="source">The file.</param>
public sealed class YamlConfigurationProvider(YamlConfigurationSource source) : FileConfigurationProvider(source)
{
    /// <summary>Reads the file anew.</summary>
    /// <exception cref="FormatException">Not a YAML file of maps, lists and scalars; names line and column.</exception>
    public override void Load(Stream stream)
    {
        using StreamReader text = new(stream);
        try
        {
            Data = new YamlFlattener(new Parser(text)).Flatten();
        }
        catch (YamlException wrong)
        {
            throw new FormatException($"line {wrong.Start.Line}, column {wrong.Start.Column}: {wrong.Message}");
        }
    }
}
