using System.Diagnostics;

namespace LowLatency.Tests.NativeConfig;

/// <summary>A program of the system that was run to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">The lines of its output.</param>
/// <param name="Error">The lines of its error output.</param>
internal sealed record ToolRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>The folder with the scripts.</summary>
    public static string NativeConfig { get; } = Path.Combine(Repository.Root, "native-config");

    /// <summary>Runs <c>tune</c> on the files below a root, never on this host's.</summary>
    public static ToolRun Tune(string root, params string[] args) => Of(root, "bash", [Path.Combine(NativeConfig, "tune"), .. args]);

    /// <summary>Runs a program.</summary>
    public static ToolRun Of(string root, string program, params string[] args)
    {
        ProcessStartInfo start = new(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LOWLATENCY_SYSROOT"] = root;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, Lines(output), Lines(error.Result));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
