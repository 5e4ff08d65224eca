namespace LowLatency.Hosting.Doctor;

/// <summary>One setting of a host.</summary>
/// <param name="Setting">Its name; where <c>native-config/tune</c> knows the setting, that name.</param>
/// <param name="State">What to make of it.</param>
/// <param name="Value">What it is now, or why that is not known.</param>
/// <param name="Effect">What it costs a thread that must not be disturbed while it is not as it should be.</param>
/// <param name="Mend">The command or the change that mends it; null where there is nothing to mend or nothing that would.</param>
public sealed record HostFinding(string Setting, FindingState State, string Value, string Effect, string? Mend);
