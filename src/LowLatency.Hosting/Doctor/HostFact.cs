namespace LowLatency.Hosting.Doctor;

/// <summary>What a check saw.</summary>
/// <param name="State">What to make of it.</param>
/// <param name="Value">What it is now, or why that is not known.</param>
public readonly record struct HostFact(FindingState State, string Value)
{
    /// <summary>Good if a condition holds, else mendable.</summary>
    public static HostFact GoodIf(bool isGood, string value) => new(isGood ? FindingState.Good : FindingState.Differs, value);

    /// <summary>Neither good nor bad.</summary>
    public static HostFact Note(string value) => new(FindingState.Note, value);

    /// <summary>Not to be told.</summary>
    public static HostFact Unknown(string reason) => new(FindingState.Unknown, reason);
}
