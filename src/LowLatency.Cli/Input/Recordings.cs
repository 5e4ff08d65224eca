using LowLatency.Markets.Recording;

namespace LowLatency.Cli.Input;

/// <summary>Opens recordings with one line per fault.</summary>
internal static class Recordings
{
    /// <summary>Opens a recording.</summary>
    /// <exception cref="CommandException">It is not complete or damaged; lists every fault.</exception>
    public static RecordingReader Open(string path) =>
        RecordingReader.TryOpen(path, out RecordingReader? reader, out IReadOnlyList<string> faults)
            ? reader
            : throw CommandException.Usage([.. faults.Select(fault => $"{path}: {fault}")]);
}
