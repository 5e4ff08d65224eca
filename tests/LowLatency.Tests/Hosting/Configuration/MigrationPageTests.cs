using System.Text.RegularExpressions;
using LowLatency.Hosting.Configuration;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>docs/MIGRATION.md: its example loads, and it names no setting that is not there.</summary>
public sealed partial class MigrationPageTests : IDisposable
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "MIGRATION.md"));

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_example_loads_with_its_limits()
    {
        File.WriteAllLines(_file, Page.SkipWhile(line => line != "```yaml").Skip(1).TakeWhile(line => line != "```"));

        RunSettings settings = ConfigurationFile.Load(_file);

        Assert.Equal(["NYSE", "NASDAQ"], settings.Venues.Select(venue => venue.Name));
        Assert.Equal(
            [
                "/// MaxOrderQuantity,MaxOrderNotional,PriceCollarBps,MaxDailyOrders",
                "main/// MaxOrderNotional",
                "//NYSE/ MaxOrderQuantity",
                "//NASDAQ/ MaxOrderQuantity",
                "main///AAPL MaxPosition",
                "main///MSFT MaxPosition",
                "main///IBM MaxPosition",
            ],
            settings.RiskLimits.Select(limit => $"{limit.Account}/{limit.Strategy}/{limit.Venue}/{limit.Symbol} {string.Join(',', limit.Values.Keys)}"));
        Assert.Equal(["twap"], settings.Strategies.Select(strategy => strategy.Name));
    }

    [Fact]
    public void Every_setting_it_names_is_in_the_table_of_settings()
    {
        HashSet<string> documented = [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "CONFIGURATION.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups[1].Value)];
        string[] named = [.. Page
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Setting().Matches(line[line.IndexOf(" | ", StringComparison.Ordinal)..]))
            .Select(setting => setting.Groups[1].Value)
            .Distinct()];

        Assert.True(named.Length >= 20, $"only {named.Length} settings found");
        Assert.Empty(named.Except(documented));
    }

    [GeneratedRegex(@"^\| `([a-zA-Z.\[\]]+)` \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"`([a-z]+(?:\[\])?\.[a-zA-Z.\[\]]+)`")]
    private static partial Regex Setting();
}
