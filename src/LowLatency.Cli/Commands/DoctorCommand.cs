using System.CommandLine;
using LowLatency.Cli.Input;
using LowLatency.Cli.Output;
using LowLatency.Hosting.Doctor;
using LowLatency.Hosting.Doctor.Measuring;
using LowLatency.Primitives.Files;
using LowLatency.Primitives.Threading;

namespace LowLatency.Cli.Commands;

/// <summary><c>doctor</c>: what on this host disturbs threads that must not be disturbed, and how much.</summary>
internal static class DoctorCommand
{
    private const double MostSeconds = 60;

    public static Command Create(CommandConsole console)
    {
        Option<double> duration = new("--duration")
        {
            Description = "How long each core is watched, in seconds; 0 measures nothing.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 1,
        };
        Option<string?> cores = new("--cores") { Description = "Measure only these cores, like 2-3,6; without it all this process may use.", HelpName = "LIST" };
        Option<string?> sysroot = new("--sysroot") { Description = "Look at a copy of another host's /proc and /sys below this folder; measures nothing.", HelpName = "FOLDER" };
        Option<bool> strict = new("--strict") { Description = "End with exit code 1 if a setting differs." };
        Option<string?> json = new("--json") { Description = "Write the result as JSON to this file.", HelpName = "FILE" };
        duration.Require(seconds => seconds is >= 0 and <= MostSeconds, $"0 to {MostSeconds}");
        cores.Require(list => CpuList.TryParse(list, out int[] found) && found.Length > 0, "a list of cores like 2-3,6");
        Command command = new("doctor", "Report what on this host disturbs threads that must not be disturbed, with what mends it, and measure it.")
        {
            duration, cores, sysroot, strict, json,
        };
        command.SetAction(parsed => Run(
            console, TimeSpan.FromSeconds(parsed.GetValue(duration)), parsed.GetValue(cores), parsed.GetValue(sysroot), parsed.GetValue(strict), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandConsole console, TimeSpan duration, string? cores, string? sysroot, bool strict, string? json)
    {
        CommandFiles.RequireOutput(json);
        HostView host = Host(sysroot);
        IReadOnlyList<int> measured = duration > TimeSpan.Zero && host.Files.IsHost ? Measured(host.Topology, cores) : [];
        DoctorReport report = console.WithProgress(
            "measuring", measured.Count + HostProbe.Pairs(measured).Count(), progress => Examine(host, measured, duration, progress));
        DoctorTables.Print(console, report);
        if (json is not null)
        {
            JsonFile.Write(json, writer => DoctorJson.Write(writer, report));
        }

        return strict && report.Findings.Any(finding => finding.State == FindingState.Differs) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static HostView Host(string? sysroot)
    {
        if (sysroot is null)
        {
            return HostView.OfThisHost();
        }

        if (!Directory.Exists(sysroot))
        {
            throw CommandException.Usage($"{sysroot}: there is no such folder");
        }

        SystemFiles files = new(sysroot);
        return new HostView(files, CpuTopology.Read(files), Runtime: null);
    }

    private static IReadOnlyList<int> Measured(CpuTopology topology, string? cores)
    {
        if (cores is null || !CpuList.TryParse(cores, out int[] wanted))
        {
            return topology.Allowed;
        }

        string[] faults = [.. wanted.Select(core => topology.Check(core) is string fault ? $"--cores={core} {fault}" : "").Where(fault => fault.Length > 0)];
        return faults.Length == 0 ? wanted : throw CommandException.Usage(faults);
    }

    private static DoctorReport Examine(HostView host, IReadOnlyList<int> cores, TimeSpan duration, IProgress<long> progress)
    {
        int done = 0;
        List<CoreJitter> jitter = [];
        List<LineRoundTrip> roundTrips = [];
        foreach (int core in cores)
        {
            jitter.Add(HostProbe.WatchCore(core, duration));
            progress.Report(++done);
        }

        foreach ((int first, int second) in HostProbe.Pairs(cores))
        {
            roundTrips.Add(HostProbe.MeasurePair(host.Topology, first, second));
            progress.Report(++done);
        }

        return new DoctorReport(host, HostDoctor.Examine(host), jitter, roundTrips);
    }
}
