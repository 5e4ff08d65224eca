namespace LowLatency.Gateways.Ouch;

/// <summary>What is the same in every order of a session, and the session's capacities.</summary>
public sealed record OuchSettings
{
    /// <summary>Y visible, N hidden, A attributable. Default Y.</summary>
    public char Display { get; init; } = 'Y';

    /// <summary>A agency, P principal, R riskless principal, O other. Default P.</summary>
    public char Capacity { get; init; } = 'P';

    /// <summary>The firm on whose behalf orders are entered, up to 4 letters; empty, the default, for the port's own.</summary>
    public string Firm { get; init; } = "";

    /// <summary>The self-match strategy (AIQ), by the letters of the specification; a space, the default, leaves the port's own.</summary>
    public char SelfMatchStrategy { get; init; } = ' ';

    /// <summary>The number of the first request of the day, 1 or more. Default 1.</summary>
    public uint FirstUserRefNum { get; init; } = 1;

    /// <summary>Midnight in New York at the start of the day, ns since 1970-01-01 UTC: what the venue's times count from.</summary>
    public long MidnightNs { get; init; }

    /// <summary>Bytes of requests that may wait for the connection, a power of two from 1,024 to 2^30. Default 1 MiB.</summary>
    public int OutboundBytes { get; init; } = 1 << 20;

    /// <summary>Bytes from the connection that may wait for the engine, a power of two from 1,024 to 2^30. Default 1 MiB.</summary>
    public int InboundBytes { get; init; } = 1 << 20;

    /// <summary>Adds a line for each value that cannot be.</summary>
    public void Check(List<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        CheckLetter(faults, "display", Display, "YNA");
        CheckLetter(faults, "capacity", Capacity, "APRO");
        CheckLetter(faults, "selfMatchStrategy", SelfMatchStrategy, " *NYDOWRydowrZEPXS01245");
        if (Firm is null || Firm.Length > 4 || !Firm.All(char.IsAsciiLetterOrDigit))
        {
            faults.Add($"firm={Firm} must be up to 4 letters or digits");
        }

        if (FirstUserRefNum == 0)
        {
            faults.Add($"firstUserRefNum={FirstUserRefNum} must be above 0");
        }

        CheckRing(faults, "outboundBytes", OutboundBytes);
        CheckRing(faults, "inboundBytes", InboundBytes);
    }

    private static void CheckLetter(List<string> faults, string name, char value, string letters)
    {
        if (!letters.Contains(value, StringComparison.Ordinal))
        {
            faults.Add($"{name}={value} must be one of '{letters}'");
        }
    }

    private static void CheckRing(List<string> faults, string name, int value)
    {
        if (value < 1024 || !System.Numerics.BitOperations.IsPow2(value))
        {
            faults.Add($"{name}={value} must be a power of two, 1024 to {1 << 30}");
        }
    }
}
