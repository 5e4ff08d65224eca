namespace LowLatency.Latency.Gate;

/// <summary>One judgement of the gate.</summary>
/// <param name="Name">The row.</param>
/// <param name="Passed">Null if it was not judged.</param>
/// <param name="Text">Before, now and tolerance, or why it was not judged.</param>
internal sealed record GateVerdict(string Name, bool? Passed, string Text)
{
    public override string ToString() => $"{Passed switch { true => "ok", false => "FAIL", null => "-" },-4} {Name,-16} {Text}";
}
