using System.Globalization;
using LowLatency.Gateways.Feeds;
using LowLatency.Primitives.Numerics;

namespace LowLatency.Cli.Output;

/// <summary>Values as text for people. The same on every machine.</summary>
internal static class PlainText
{
    /// <summary>A count with thousands separated.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A rate or other number of which only the whole part matters.</summary>
    public static string Of(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Money, exact.</summary>
    public static string Of(Notional amount) => amount.ToString();

    /// <summary>ns since 1970-01-01 UTC as date and time.</summary>
    public static string OfTime(long unixNs)
    {
        (long seconds, long ns) = Math.DivRem(unixNs, 1_000_000_000);
        if (ns < 0)
        {
            (seconds, ns) = (seconds - 1, ns + 1_000_000_000);
        }

        string text = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text}.{ns:D9} UTC");
    }

    /// <summary>A time of a feed as text.</summary>
    public static string OfTime(long timeNs, FeedTimeOrigin origin) => origin == FeedTimeOrigin.UnixEpoch
        ? OfTime(timeNs)
        : string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds(timeNs / 1_000_000_000):c}.{timeNs % 1_000_000_000:D9} New York");

    /// <summary>The text with control characters replaced: names from files must not steer a terminal.</summary>
    public static string Clean(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? '?' : c)) : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
