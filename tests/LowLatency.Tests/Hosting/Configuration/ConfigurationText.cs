using System.Text;
using LowLatency.Hosting.Configuration;
using LowLatency.Testing;
using Xunit;

namespace LowLatency.Tests.Hosting.Configuration;

/// <summary>Loads configurations from text.</summary>
internal static class ConfigurationText
{
    /// <summary>A small sound configuration to change.</summary>
    public const string Sound = """
        instruments:
          - { symbol: AAPL, currency: USD, tickSize: 0.01, lotSize: 1 }
        venues:
          - name: NASDAQ
            listings:
              - { symbol: AAPL, makerFee: -0.0002, takerFee: 0.00030001 }
        accounts:
          - name: main
        limits:
          - { account: main, symbol: AAPL, maxOrderQuantity: 1000, maxOrderNotional: 1000000.5, maxPosition: 2000, priceCollarBps: 500 }
        strategies:
          - { name: quoter, kind: quoting, account: main, symbol: AAPL, parameters: { size: 100, maxPosition: 500 } }
        """;

    public static RunSettings Load(string text, string extension = ".yaml")
    {
        using TemporaryFile file = new(Encoding.UTF8.GetBytes(text), extension);
        return ConfigurationFile.Load(file.Path);
    }

    /// <summary>Every fault of a configuration that is refused.</summary>
    public static IReadOnlyList<string> FaultsOf(string text, string extension = ".yaml") =>
        Assert.Throws<ConfigurationException>(() => Load(text, extension)).Faults;
}
