using System.Text;
using LowLatency.Hosting.Configuration;
using LowLatency.Testing;
using Microsoft.Extensions.Configuration;
using Xunit;
using Xunit.Abstractions;

namespace LowLatency.Tests.Hosting.Configuration.Yaml;

/// <summary>YAML as a source of configuration keys.</summary>
public class YamlConfigurationTests(ITestOutputHelper output)
{
    [Fact]
    public void Maps_lists_and_scalars_become_the_keys_json_gives()
    {
        Dictionary<string, string?> yaml = KeysOf(
            """
            # a comment
            a: 1
            b:
              c: "quoted: text"
              d: [x, 'y', { e: 0.10 }]
            empty: []
            none: ~
            text: |-
              two
              lines
            """,
            ".yaml");
        Dictionary<string, string?> json = KeysOf(
            """{ "a": 1, "b": { "c": "quoted: text", "d": [ "x", "y", { "e": 0.10 } ] }, "empty": [], "none": null, "text": "two\nlines" }""",
            ".json");
        Assert.Equal(json.OrderBy(key => key.Key, StringComparer.Ordinal), yaml.OrderBy(key => key.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a: 1\nb:\n  c: 2\n  C: 3\n", "line 4, column 3: duplicate key 'C'")]
    [InlineData("a: &x 1\n", "line 1, column 4: anchors are not supported")]
    [InlineData("a: *x\n", "line 1, column 4: aliases are not supported")]
    [InlineData("a: !!int 1\n", "line 1, column 4: the tag tag:yaml.org,2002:int is not supported")]
    [InlineData("a: 1\n---\nb: 2\n", "line 2, column 1: a second document: one file is one configuration")]
    [InlineData("? [a]\n: 1\n", "line 1, column 3: a key must be a plain word without a colon")]
    [InlineData("\"a:b\": 1\n", "line 1, column 1: a key must be a plain word without a colon")]
    [InlineData("- a\n", "line 1, column 1: a map of settings was expected")]
    [InlineData("just words\n", "line 1, column 1: a map of settings was expected")]
    public void What_is_not_a_plain_map_is_refused_with_its_place(string text, string expected) =>
        Assert.Equal([expected], ConfigurationText.FaultsOf(text));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string fault = Assert.Single(ConfigurationText.FaultsOf("a: " + new string('[', 5_000)));
        Assert.EndsWith("nested more than 32 deep", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_refused_and_nothing_else_happens()
    {
        SplitMix64 random = new(20260107);
        byte[] sound = Encoding.UTF8.GetBytes(ConfigurationText.Sound);
        for (int run = 0; run < 300; run++)
        {
            byte[] bytes = run % 2 == 0 ? new byte[random.Below(200)] : [.. sound];
            for (int i = 0; i < bytes.Length; i++)
            {
                if (run % 2 == 0 || random.Below(40) == 0)
                {
                    bytes[i] = (byte)random.Next();
                }
            }

            using TemporaryFile file = new(bytes, run % 4 < 2 ? ".yaml" : ".json");
            try
            {
                ConfigurationFile.Load(file.Path);
            }
            catch (ConfigurationException refused)
            {
                Assert.NotEmpty(refused.Faults);
            }
            catch (Exception)
            {
                output.WriteLine($"run {run}: {Convert.ToHexString(bytes)}");
                throw;
            }
        }
    }

    [Fact]
    public void Files_that_cannot_be_used_are_told()
    {
        string folder = Path.GetTempPath();
        string missing = Path.Combine(folder, $"{Guid.NewGuid():N}.yaml");
        using TemporaryFile text = new("a: 1"u8.ToArray(), ".txt");
        using TemporaryFile large = new(new byte[ConfigurationFile.MaxBytes + 1], ".yaml");
        using TemporaryFile cut = new("{ \"a\": 1,"u8.ToArray(), ".json");
        Assert.Equal("is a directory, not a file", FaultOf(folder));
        Assert.Equal("there is no such file", FaultOf(missing));
        Assert.Equal("extension='.txt' must be .yaml, .yml or .json", FaultOf(text.Path));
        Assert.Equal("size=1048577 bytes must be at most 1048576", FaultOf(large.Path));
        Assert.Contains("LineNumber: 0", FaultOf(cut.Path), StringComparison.Ordinal);
    }

    private static string FaultOf(string path) => Assert.Single(Assert.Throws<ConfigurationException>(() => ConfigurationFile.Load(path)).Faults);

    private static Dictionary<string, string?> KeysOf(string text, string extension)
    {
        using TemporaryFile file = new(Encoding.UTF8.GetBytes(text), extension);
        return ConfigurationFile.ReadKeys(file.Path).AsEnumerable().ToDictionary();
    }
}
