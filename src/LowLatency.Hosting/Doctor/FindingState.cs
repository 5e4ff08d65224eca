namespace LowLatency.Hosting.Doctor;

/// <summary>What to make of a finding.</summary>
public enum FindingState
{
    /// <summary>As a host of a trading engine should be.</summary>
    Good = 0,

    /// <summary>Otherwise, and it can be mended.</summary>
    Differs = 1,

    /// <summary>Neither good nor bad: a choice, or something this host cannot change.</summary>
    Note = 2,

    /// <summary>It cannot be told here; the value is the reason.</summary>
    Unknown = 3,
}
