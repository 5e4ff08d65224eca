

namespace LowLatency.Hosting.Configuration.Settings;

/// <summary>Stages that run on one thread: from where the group before ends.</summary>
/// <param name="Path">Where it stands in the file.</param>
/// <param name="Through">The last of them.</param>
/// <param name="Core">The core of their thread; null leaves it to the operating system.</param>
public sealed record StageGroupSettings(string Path, LastStage Through, int? Core);
