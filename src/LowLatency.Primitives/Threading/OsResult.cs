namespace LowLatency.Primitives.Threading;

/// <summary>Whether the operating system did what it was asked for.</summary>
/// <param name="Applied">True if it did.</param>
/// <param name="Message">Empty if it did; otherwise the reason with the values asked for as name=value, for the operator.</param>
public readonly record struct OsResult(bool Applied, string Message)
{
    /// <summary>What <see cref="ToString"/> says of what was done.</summary>
    public const string AppliedText = "applied";

    internal static OsResult Done => new(true, "");

    internal static OsResult Refused(string message) => new(false, message);

    /// <summary>"applied", or the reason why not.</summary>
    public override string ToString() => Applied ? AppliedText : Message;
}
