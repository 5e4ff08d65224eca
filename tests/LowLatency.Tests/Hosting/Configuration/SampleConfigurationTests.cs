using System.Text.RegularExpressions;
using LowLatency.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>The samples, the table of settings and the reader say the same.</summary>
public partial class SampleConfigurationTests
{
    private static readonly string Yaml = Path.Combine(Repository.Root, "samples", "replay.yaml");
    private static readonly string Json = Path.Combine(Repository.Root, "samples", "replay.json");

    /// <summary>Settings the samples leave out, since they exclude others or write files.</summary>
    private static readonly string[] LeftOut = ["engine.core", "engine.groups[].core", "engine.groups[].through", "journal.path"];

    [Fact]
    public void Both_samples_load_and_have_the_same_keys_and_values()
    {
        Assert.Equal(["quoter", "slicer", "trend"], ConfigurationFile.Load(Yaml).Strategies.Select(strategy => strategy.Name));
        Assert.Equal(["quoter", "slicer", "trend"], ConfigurationFile.Load(Json).Strategies.Select(strategy => strategy.Name));
        Assert.Equal(ValuesOf(Json), ValuesOf(Yaml));
    }

    [Fact]
    public void The_table_of_settings_has_what_the_samples_show()
    {
        IEnumerable<string> shown = ValuesOf(Yaml)
            .Select(value => Index().Replace(value.Key, "[]").Replace(":[]", "[]", StringComparison.Ordinal).Replace(':', '.'))
            .Concat(LeftOut)
            .Distinct()
            .Order(StringComparer.Ordinal);
        IEnumerable<string> documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "CONFIGURATION.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(documented, shown);
    }

    private static List<(string Key, string Value)> ValuesOf(string path) =>
        [.. ConfigurationFile.ReadKeys(path).AsEnumerable()
            .Where(entry => entry.Value is not null)
            .Select(entry => (entry.Key, entry.Value!.ToUpperInvariant()))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Index();

    [GeneratedRegex(@"^\| `([a-zA-Z.\[\]]+)` \|")]
    private static partial Regex Row();
}
