namespace LowLatency.Hosting.Configuration;

/// <summary>The stages that a group may end with.</summary>
public enum LastStage
{
    /// <summary>Sequence, with the journal.</summary>
    Sequence = 0,

    /// <summary>Validate.</summary>
    Validate = 1,

    /// <summary>Report, the last of all.</summary>
    Report = 2,
}
